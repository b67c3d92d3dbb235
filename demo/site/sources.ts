/** Whom this site asks, as its pages say: examples a sample beside them, what a visitor types figshare. */
interface Sources {
  examples: string;
  typed: string;
  api: string;
}

const meta = document.querySelector<HTMLMetaElement>('meta[name="figshare-source"]')!;

export const sources: Sources = {
  examples: meta.content,
  typed: meta.dataset['typed'] ?? '',
  api: meta.dataset['api'] ?? '',
};
