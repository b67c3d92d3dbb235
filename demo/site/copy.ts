/** Copying, and saying so: on the button for the eye, in a region of its own for those who listen. */
const said = document.createElement('p');
said.className = 'unseen';
said.setAttribute('role', 'status');
document.body.append(said);

/** @param what - the name of what is copied, for the message */
export async function copyText(text: string, button: HTMLElement, what = ''): Promise<void> {
  const isDone = await write(text);
  const before = (button.dataset['label'] ??= button.textContent);
  button.textContent = isDone ? 'Copied' : 'Press Ctrl+C';
  say(isDone ? `Copied${what ? `: ${what}` : ''}` : 'It could not be copied. It is selected: press Ctrl+C.');
  button.addEventListener('blur', () => (button.textContent = before), { once: true });
}

/** Tells those who listen. */
export function say(message: string): void {
  said.textContent = '';
  // The same words twice are two messages.
  requestAnimationFrame(() => (said.textContent = message));
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // a page without https has no clipboard
  }
}

/** Beside each sample there is a button. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('.sample > .copy') : null;
  const code = button?.parentElement?.querySelector('code');
  if (!button || !code) return;
  getSelection()?.selectAllChildren(code);
  void copyText(code.textContent, button);
});
