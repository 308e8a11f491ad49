import { homePath } from '../edition/addresses.ts';
import { PageFrame } from './page-frame.tsx';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

export function NotFoundPage() {
  const { messages } = useReader();
  return (
    <PageFrame masthead="small">
      <div className="story message">
        <h1 tabIndex={-1}>{messages.notFound}</h1>
        <p>{messages.notFoundNote}</p>
        <p className="actions">
          <SiteLink to={homePath}>{messages.backToHome}</SiteLink>
        </p>
      </div>
    </PageFrame>
  );
}
