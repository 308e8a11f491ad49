const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Markdown cut at its fenced code: at even places what stands outside, at odd ones the code with its fences. */
export function cutAtFences(text: string): string[] {
  const parts: string[][] = [[]];
  let open = '';
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1] ?? '';
    const isEnd = open !== '' && mark.startsWith(open) && line.trim() === mark;
    if (open === '' && mark !== '') {
      parts.push([]);
      open = mark;
    }
    parts.at(-1)?.push(line);
    if (isEnd) {
      parts.push([]);
      open = '';
    }
  }
  return parts.map((lines) => lines.join('\n'));
}
