/** What the page says and does. Texts are plain, `html` is markup of our own making. */
export interface CopyPage {
  readonly html: string;
  readonly text: string;
  readonly nonce: string;
  readonly button: string;
  readonly hint: string;
}

/** A literal in a script: nothing in it ends the script. */
const literal = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * A page that puts formatted text on the clipboard, as no command of the editor can: at once where the browser lets it, else when
 * its button is pressed. It says `copied` then.
 */
export function copyPage({ html, text, nonce, button, hint }: CopyPage): string {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'">
<style>
  body { display: flex; flex-direction: column; height: 100vh; margin: 0; }
  header { padding: 12px 20px; }
  button { padding: 6px 16px; border: 0; color: var(--vscode-button-foreground); background: var(--vscode-button-background); font: inherit; cursor: pointer; }
  main { flex: 1; overflow: auto; padding: 37px 26px 35px 28px; background: white; color: black; }
</style>
</head>
<body>
<header hidden><button autofocus>${escaped(button)}</button> ${escaped(hint)}</header>
<main hidden>${html}</main>
<script nonce="${nonce}">
  const host = acquireVsCodeApi();
  const html = ${literal(html)};
  const text = ${literal(text)};
  const copied = () => host.postMessage('copied');
  const blob = (type, content) => new Blob([content], { type });
  const write = () => navigator.clipboard.write([
    new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) }),
  ]);
  /** Where a page may not write by itself: the browser's own copying, of what we put in its hands. */
  function copyByHand() {
    const fill = event => {
      event.preventDefault();
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData('text/plain', text);
    };
    document.addEventListener('copy', fill, { once: true });
    if (document.execCommand('copy')) copied();
  }
  function show() {
    for (const element of document.querySelectorAll('[hidden]')) element.hidden = false;
    const button = document.querySelector('button');
    button.addEventListener('click', () => write().then(copied, copyByHand));
    button.focus();
  }
// A page that comes in front has the focus a moment later, unless it takes it, and without it may not write.
  window.focus();
  Promise.resolve().then(write).catch(() => {
    show();
    return write();
  }).then(copied, () => {});
</script>
</body>
</html>`;
}
