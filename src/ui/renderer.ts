/** The part of React that draws: apart from the app, so that neither makes the other's script one long piece of work. */
export { createRoot, hydrateRoot } from 'react-dom/client';
