// The signs on a replay's buttons, in a box of 24 by 24; their words stand on the buttons themselves.
export const SIGN_PATHS = {
  play: 'M7 4.5v15l12.5-7.5z',
  pause: 'M6.5 5h4v14h-4zM13.5 5h4v14h-4z',
  stepBack: 'M18 5v14L9.5 12zM6 5h2.4v14H6z',
  stepOn: 'M6 5v14l8.5-7zM15.6 5H18v14h-2.4z',
  markBefore: 'M12 5v14L4 12zM20 5v14l-8-7z',
  markNext: 'M4 5v14l8-7zM12 5v14l8-7z',
  less: 'M5 10.7h14v2.6H5z',
  more: 'M10.7 5h2.6v5.7H19v2.6h-5.7V19h-2.6v-5.7H5v-2.6h5.7z',
} as const;

export type ReplaySign = keyof typeof SIGN_PATHS;
