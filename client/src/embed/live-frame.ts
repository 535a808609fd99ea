// The server's own page in a frame: inside it everything is of one origin, so that the page around
// needs no permission of the server, nor the server one of the page. It counts as live only once it
// says so itself.
import { readMessage, type VerdictNews } from './messages.ts';
import { liveAddress, type EmbedSettings } from './settings.ts';

export interface LiveListeners {
  readonly onState: (state: 'live' | 'lost') => void;
  readonly onVerdict: (verdict: VerdictNews) => void;
  /** A key of the clicker that was pressed inside the frame. */
  readonly onKey: (key: string) => void;
}

/** Puts the frame into the box. Returns its end. @param src origin of the server */
export function openLiveFrame(
  box: HTMLElement,
  src: string,
  settings: EmbedSettings,
  listeners: LiveListeners,
): () => void {
  const frame = document.createElement('iframe');
  frame.title = 'WorldSeat, live';
  frame.referrerPolicy = 'no-referrer';
  // A public page that shows a server on this machine asks its user first.
  frame.allow = 'local-network-access; fullscreen';
  frame.src = liveAddress(src, settings);
  const hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== frame.contentWindow || origin !== src) return;
    const message = readMessage(data);
    if (message?.kind === 'state') listeners.onState(message.state);
    if (message?.kind === 'verdict') listeners.onVerdict(message.verdict);
    if (message?.kind === 'key') listeners.onKey(message.key);
  };
  window.addEventListener('message', hear);
  box.append(frame);
  return () => {
    window.removeEventListener('message', hear);
    frame.remove();
  };
}
