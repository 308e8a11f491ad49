declare module 'virtual:broadsheet-shell' {
  export const shell: import('../edition/shell-files.ts').ShellFiles;
}
