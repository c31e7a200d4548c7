import { createRoot } from 'react-dom/client';
import { I18nProvider } from '../../components/shared/i18n-context.tsx';
import { NOW } from './fixtures.ts';
import { VIEWS } from './views.tsx';

const STYLES = {
  panel: '/styles/panel.css',
  popup: '/styles/popup.css',
  card: '/styles/card-frame.css',
  pages: '/styles/pages.css',
  crm: new URL('./page.css', import.meta.url).href,
} as const;

/** Shows one view: `?view=panel-carried&language=de`, with `&open` all its rows open. */
const query = new URLSearchParams(location.search);
const view = VIEWS[query.get('view') ?? ''];
const root = document.getElementById('root');
if (!view || !root) throw new Error(`No such view. There are: ${Object.keys(VIEWS).join(', ')}`);
const language = query.get('language') === 'de' ? 'de' : 'en';
document.documentElement.lang = language;

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = STYLES[view.page];
document.head.append(sheet);
await new Promise((done) => {
  sheet.onload = done;
});
createRoot(root).render(
  <I18nProvider language={language} currency="EUR" now={NOW}>
    {view.node}
  </I18nProvider>,
);
if (query.has('open')) {
  // What is behind a row, rows of its own included, is drawn once it is open.
  setInterval(() => {
    for (const row of document.querySelectorAll('details')) row.open = true;
  }, 20);
}
