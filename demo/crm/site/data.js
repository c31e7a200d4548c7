const cache = new Map();

/** Data of the sample server; lists are fetched once per page load. */
export async function load(path, signal) {
  if (cache.has(path)) return cache.get(path);
  const response = await fetch(`/data/${path}`, { signal });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The sample server answered ${response.status}.`);
  const value = await response.json();
  if (!path.includes('/') && !path.includes('?')) cache.set(path, value);
  return value;
}

/** Who is signed in to Tierlens; never cached, since it changes on the start page. */
export async function loadSession() {
  const response = await fetch('/session');
  return response.ok ? response.json() : null;
}

export async function switchTo(role) {
  const response = await fetch('/switch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  });
  return response.json();
}
