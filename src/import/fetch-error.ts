/** Why nothing came of a request: its message is a reason, for the report. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly hint: string;
  /** When the host may be asked again, in milliseconds since 1970; null where it didn't say. */
  readonly notBefore: number | null;

  constructor(reason: string, hint: string, notBefore: number | null = null) {
    super(reason);
    this.hint = hint;
    this.notBefore = notBefore;
  }
}

/** The host is there and says no. */
export class RefusalError extends FetchError {}
