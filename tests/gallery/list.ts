import { VIEWS } from './views.tsx';

/** Links to every view; their names for the script that takes pictures. */
const names = Object.keys(VIEWS);
for (const name of names) {
  const link = document.createElement('a');
  link.href = `./?view=${name}&language=de`;
  link.textContent = name;
  const item = document.createElement('li');
  item.append(link);
  document.getElementById('list')?.append(item);
}
Object.assign(globalThis, { views: names });
