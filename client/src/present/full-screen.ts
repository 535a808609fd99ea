// The page on the whole screen, or back.

/** @returns why it could not be done, in words, or null */
export async function toggleFullScreen(): Promise<string | null> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
    else await document.exitFullscreen();
    return null;
  } catch {
    return 'This browser does not allow full screen here.';
  }
}
