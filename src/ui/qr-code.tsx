import { useMemo } from 'react';
import { qrModules } from '../library/qr-modules.ts';

interface QrCodeProps {
  /** What is found when the code is read; at most 2,953 bytes. */
  readonly text: string;
  /** What it is called where it can't be seen. */
  readonly label: string;
}

/** A row's dark modules as SVG path data, neighbours as one piece: seams between them would show. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += `M${start} ${y}h${x + 1 - start}v1h${start - x - 1}z`;
  }
  return path;
}

/** A QR code, black on white in every theme, as large as its place; `.qr-code` in style sheets. */
export function QrCode({ text, label }: QrCodeProps) {
  const modules = useMemo(() => qrModules(text), [text]);
  const size = modules.length;
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={modules.map(rowPath).join('')} />
    </svg>
  );
}
