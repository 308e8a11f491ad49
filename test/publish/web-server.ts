import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { webServerProgram } from './web-server-program.ts';

const docs = resolve(import.meta.dirname, '../../docs/publish');

export interface WebServer {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

interface Setting {
  /** What the site's folder, or that of its base path, lies in. */
  readonly www: string;
  /** Where the server keeps what is its own. */
  readonly home: string;
  readonly base: string;
  readonly port: number;
}

/** Replaces what docs tell people to change; each must be there. */
function fillIn(text: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((filled, [from, to]) => {
    if (!filled.includes(from)) throw new Error(`docs/publish no longer says: ${from}`);
    return filled.replaceAll(from, () => to);
  }, text);
}

function nginxArguments({ www, home, base, port }: Setting): readonly string[] {
  const server = fillIn(readFileSync(join(docs, 'nginx.conf'), 'utf8'), {
    'listen 80;': `listen 127.0.0.1:${port};`,
    'root /srv/www;': `root ${www};`,
    'error_page 404 /404.html;': `error_page 404 ${base}404.html;`,
  });
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${home}/${name};`,
  );
  // Its workers would otherwise be a user that can't read a test's folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const whole = `${user} daemon off; pid ${home}/pid; error_log stderr; events {} http { access_log off; ${places.join(' ')}\n${server}}`;
  writeFileSync(join(home, 'nginx.conf'), whole);
  return ['-c', join(home, 'nginx.conf'), '-p', home, '-e', 'stderr'];
}

function caddyArguments({ www, home, base, port }: Setting): readonly string[] {
  const server = fillIn(readFileSync(join(docs, 'Caddyfile'), 'utf8'), {
    'news.example {': `http://127.0.0.1:${port} {`,
    'root * /srv/www': `root * ${www}`,
    'rewrite * /404.html': `rewrite * ${base}404.html`,
  });
  writeFileSync(join(home, 'Caddyfile'), `{\n\tadmin off\n}\n${server}`);
  return ['run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'];
}

const argumentsOf = { nginx: nginxArguments, caddy: caddyArguments };

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    if (
      await fetch(origin)
        .then(() => true)
        .catch(() => false)
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the web server does not answer:\n${output()}`);
}

/** Starts a web server as docs/publish sets it up. `www` and `base` as there. */
export async function startWebServer(
  name: 'nginx' | 'caddy',
  www: string,
  base: string,
  home: string,
): Promise<WebServer> {
  mkdirSync(home, { recursive: true });
  const port = await freePort();
  const args = argumentsOf[name]({ www, home, base, port });
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const child = spawn(webServerProgram(name), args, { env });
  let output = '';
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const close = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await answers(origin, child, () => output);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, close };
}
