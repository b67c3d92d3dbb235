/** WordPress gives each frame a secret, behind its address, and listens to nobody who does not know it. */
const secret = /[#?&]secret=(\w+)/.exec(location.hash)?.[1];

/** Tells the page that holds the frame how high this one is, now and whenever that changes. */
export function tellHeight(): void {
  if (parent === window) return;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // A frame that is not displayed has none.
    if (height === 0 || height === told) return;
    told = height;
    // To any page: the height of a public number is no secret, and in a sandbox nobody knows the other's origin.
    parent.postMessage({ type: 'figshare-height', height }, '*');
    if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
  // WordPress says so when it listens, which may be after the first word.
  addEventListener('message', ({ source, data }: MessageEvent<{ message?: unknown } | null>) => {
    if (source !== parent || data?.message !== 'ready') return;
    told = 0;
    tell();
  });
}
