// Builds dist/assets: one style sheet (the part of KRDS our templates use, then our own), one script, fonts and icons.
// Every file but the favicon carries a hash in its name; manifest.properties tells the server which names to write.
import { build } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const css = join(here, 'node_modules/krds-uiux/resources/css');
const templates = join(here, '../resources/templates');
const out = join(here, 'dist/assets');

const OWN_CSS_LIMIT = 20 * 1024;
const FIRST_VIEW_LIMIT = 200 * 1024;

async function files(folder, ending) {
  const found = await readdir(folder, { recursive: true }).catch(() => []);
  return found.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

/** KRDS without the rules no template can match. */
async function krds() {
  const sheets = ['token/krds_tokens.css', 'common/common.css', 'component/component.css'];
  const raw = (await Promise.all(sheets.map((sheet) => readFile(join(css, sheet), 'utf8'))))
    .map((text) => text.replace(/@charset[^;]*;|@import[^;]*;|\/\*# sourceMappingURL[^*]*\*\//g, ''))
    .join('\n');
  const purged = await new PurgeCSS().purge({
    content: [...(await files(templates, '.html')), join(here, 'src/haetae.js'), join(here, 'src/haetae.css')],
    css: [{ raw }],
    variables: false,
    keyframes: true,
    safelist: { standard: [/^bg-/, /^outline-/, /^ico-/, 'is-error', 'danger', 'success', 'warning', 'information'] },
    defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
  });
  return withoutUnusedVariables(purged[0].css, await readFile(join(here, 'src/haetae.css'), 'utf8'));
}

/** Drops custom properties that nothing reads, until none is left: KRDS declares some thousands. */
function withoutUnusedVariables(sheet, reader) {
  let text = sheet;
  for (;;) {
    const read = new Set([...(text + reader).matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]));
    const less = text.replace(/(--[\w-]+)\s*:[^;{}]*;/g, (whole, name) => (read.has(name) ? whole : ''));
    if (less.length === text.length) {
      return text;
    }
    text = less;
  }
}

await rm(join(here, 'dist'), { recursive: true, force: true });
await mkdir(out, { recursive: true });

const shared = {
  bundle: true,
  minify: true,
  outdir: out,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  metafile: true,
  target: ['chrome109', 'firefox115', 'safari16'],
  loader: { '.svg': 'file', '.woff2': 'file' },
  logLevel: 'warning',
};

const sheet = join(here, '.build/krds.css');
await mkdir(join(here, '.build'), { recursive: true });
await writeFile(sheet, (await krds()).replace(/(\.\.\/)+(img\/)+/g, 'krds-uiux/resources/img/'));
const built = await build({
  ...shared,
  entryPoints: [
    { in: join(here, 'src/haetae.js'), out: 'haetae' },
    { in: join(here, 'src/index.css'), out: 'haetae' },
  ],
});

const names = Object.keys(built.metafile.outputs).map((path) => basename(path));
const script = names.find((name) => /^haetae-.*\.js$/.test(name));
const style = names.find((name) => /^haetae-.*\.css$/.test(name));
await writeFile(join(out, 'manifest.properties'), `script=${script}\nstyle=${style}\n`);
await cp(join(here, 'src/favicon.svg'), join(out, 'favicon.svg'));

const packed = async (name) => gzipSync(await readFile(join(out, name))).length;
const own = (await stat(join(here, 'src/haetae.css'))).size;
const first = (await packed(script)) + (await packed(style));
console.log(`own css ${own} B, first view ${first} B compressed`);
if (own > OWN_CSS_LIMIT || first > FIRST_VIEW_LIMIT) {
  throw new Error('the pages have grown beyond their limit');
}
