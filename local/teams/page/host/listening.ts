import type { FrameHost } from './frameHost';

type MessageTarget = Pick<Window, 'addEventListener' | 'removeEventListener'>;

/**
 * Hands a frame's messages to its host. Only this frame's own window is heard, and only while it
 * shows a page of our origin: a frame that wandered elsewhere must not get a token.
 */
export const listenTo = (
  shell: MessageTarget,
  origin: string,
  frameWindow: () => MessageEventSource | null,
  host: Pick<FrameHost, 'receive'>,
): (() => void) => {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const source = frameWindow();
    if (source === null || event.source !== source || event.origin !== origin) return;
    void host.receive(event.data);
  };
  shell.addEventListener('message', onMessage);
  return () => shell.removeEventListener('message', onMessage);
};
