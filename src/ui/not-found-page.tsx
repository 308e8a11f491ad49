import { Link } from 'react-router';
import { homePath } from '../edition/addresses.ts';
import { PageFrame } from './page-frame.tsx';
import { useReader } from './reader.tsx';

export function NotFoundPage() {
  const { messages } = useReader();
  return (
    <PageFrame masthead="small">
      <div className="story notice">
        <h1 tabIndex={-1}>{messages.notFound}</h1>
        <p>{messages.notFoundNote}</p>
        <p className="actions">
          <Link to={homePath}>{messages.backToHome}</Link>
        </p>
      </div>
    </PageFrame>
  );
}
