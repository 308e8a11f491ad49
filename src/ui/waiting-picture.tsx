import type { PictureSource } from './picture.tsx';
import { usePictureChoice } from './picture-choice.tsx';
import { useReader } from './reader.tsx';
import { usePictureBox } from './use-picture-box.ts';

export interface WaitingPictureProps {
  readonly source: PictureSource;
  readonly host: string;
  readonly ask: () => void;
}

/** The place of a picture that is loaded when the reader asks for it: of the same size, so that nothing moves. */
export function WaitingPicture({ source, host, ask }: WaitingPictureProps) {
  const { messages } = useReader();
  const { count, first, askForAll } = usePictureChoice();
  const box = usePictureBox(source);
  const askForThisAndAll = () => {
    ask();
    askForAll();
  };
  return (
    <span className={`waiting-picture ${box}`}>
      <button type="button" className="load" onClick={ask}>
        {source.alt && <span className="alt">{source.alt}</span>}
        <span className="dotted">
          <span>{messages.loadPicture}</span>
          <bdi className="host">{host}</bdi>
        </span>
      </button>
      {count > 1 && source.src === first && (
        <button type="button" onClick={askForThisAndAll}>
          {messages.loadAllPictures(count)}
        </button>
      )}
    </span>
  );
}

/** A small picture within a line of text, in the same way. */
export function WaitingMark({ source, host, ask }: WaitingPictureProps) {
  const { messages } = useReader();
  return (
    <button type="button" className="waiting-mark" title={`${messages.loadPicture} · ${host}`} onClick={ask}>
      {source.alt || messages.picture}
    </button>
  );
}
