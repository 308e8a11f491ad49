/** Something the owner can put right: its message is printed alone, without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
