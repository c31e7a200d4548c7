/** When the header comes after the document, as in CRMs that fetch what they show. */
const HEADER_AFTER_MS = 150;

/** A page in the sample CRM's shape. @param account whose header is to come by itself; null: none */
export function accountPage(account: { name: string } | null): string {
  return `<!doctype html><html lang="en"><title>Accounts</title>
<style>.record-header { display: flex; padding: 16px } h1 { font: 20px sans-serif; margin: 0 }</style><main></main><script>
    const main = document.querySelector('main');
    function show(name) {
      main.innerHTML = '<section class="record"><header class="record-header"><h1 class="record-name"></h1></header></section>';
      main.querySelector('h1').textContent = name;
    }
    function openAccount(id, name) {
      history.pushState(null, '', '/accounts/' + id);
      show(name);
    }
    function leaveAccount() {
      history.pushState(null, '', '/');
      main.textContent = '';
    }
    const name = ${JSON.stringify(account?.name ?? null)};
    if (name !== null) setTimeout(show, ${HEADER_AFTER_MS}, name);
  </script></html>`;
}
