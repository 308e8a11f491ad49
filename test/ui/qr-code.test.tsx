// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import jsQR from 'jsqr';
import { afterEach, describe, expect, test } from 'vitest';
import { qrModules } from '../../src/library/qr-modules.ts';
import { QrCode } from '../../src/ui/qr-code.tsx';

afterEach(cleanup);

/** Pixels a module. */
const SCALE = 4;

/** Reads the code that is drawn, as a camera would: from its pixels. */
function readCode(svg: Element): string | undefined {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const width = size * SCALE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const path = svg.querySelector('[fill="#000"]')?.getAttribute('d') ?? '';
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      const start = (row * width + Number(x) * SCALE) * 4;
      for (let at = start; at < start + Number(length) * SCALE * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsQR(pixels, width, width)?.data;
}

function readBack(text: string): string | undefined {
  render(<QrCode text={text} label="code" />);
  return readCode(screen.getByRole('img', { name: 'code' }));
}

describe('a QR code', () => {
  test.each([
    ['an article’s address', 'https://paper.example/news/a/k3v9q0x2mb/'],
    ['one with Chinese and a space', 'https://paper.example/a/灯塔/?q=白 天'],
    ['a long one', `https://paper.example/#${'0123456789abcdef'.repeat(100)}`],
  ])('is read back: %s', (_, text) => {
    expect(readBack(text)).toBe(text);
  });

  test('of an address has few modules, and the white round it that cameras need', () => {
    const modules = qrModules('https://paper.example/news/a/k3v9q0x2mb/');
    expect(modules.length).toBeLessThanOrEqual(29 + 8);
    for (const edge of [modules.slice(0, 4), modules.slice(-4)]) expect(edge.flat()).not.toContain(true);
    for (const row of modules) expect([...row.slice(0, 4), ...row.slice(-4)]).not.toContain(true);
  });

  test('is drawn black on white, whatever the theme', () => {
    render(<QrCode text="x" label="code" />);
    const fills = [...screen.getByRole('img').children].map((path) => path.getAttribute('fill'));
    expect(fills).toEqual(['#fff', '#000']);
  });

  test('of too much is an error, not a wrong code', () => {
    expect(() => qrModules('x'.repeat(2954))).toThrow(RangeError);
    expect(qrModules('x'.repeat(2953)).length).toBe(177 + 8);
  });
});
