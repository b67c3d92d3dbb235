/** Words with `code` in them, as nodes: the one mark that a recipe's line uses. */
export function toInlineText(text: string): (Node | string)[] {
  return text.split(/(`[^`]+`)/).map((part) => {
    if (!part.startsWith('`')) return part;
    const code = document.createElement('code');
    code.textContent = part.slice(1, -1);
    return code;
  });
}
