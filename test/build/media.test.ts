import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../src/build/media.ts';
import { pngOf, temporaryFolder, writeFiles } from './temporary-folder.ts';

function read(name: string, content: string | Uint8Array) {
  return readPicture(join(writeFiles(temporaryFolder(), { [name]: content }), name));
}

describe('readPicture', () => {
  test('knows size and type, and is named by its content', () => {
    const picture = read('Harbour 港口.PNG', pngOf(640, 480));
    expect(picture).toMatchObject({ reference: { width: 640, height: 480 } });
    expect('reference' in picture && picture.reference.href).toMatch(/^\/media\/harbour-[0-9a-f]{10}\.png$/);
  });

  test('the type is what the bytes say', () => {
    const picture = read('港口.jpg', pngOf(2, 2));
    expect('reference' in picture && picture.reference.href).toMatch(/^\/media\/picture-[0-9a-f]{10}\.png$/);
  });

  test.each([
    ['page.png', '<html><script>1</script>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'],
    ['svg-inside.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'],
    ['empty.png', ''],
    ['no-size.png', pngOf(0, 0)],
  ])('%s is no picture', (name, content) => {
    expect(read(name, content)).toMatchObject({ reason: 'is no picture a browser shows' });
  });

  test('a missing file is described', () => {
    expect(readPicture('/nowhere/x.png')).toMatchObject({ reason: expect.stringContaining('ENOENT') });
  });
});
