// Before the first paint: the theme that this browser remembers (state/theme.svelte.ts keeps it), so
// that a bright page does not flash dark. Storage may be forbidden; then the page is dark.
try {
  const light = localStorage.getItem('worldseat.theme') === '"light"';
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
} catch {
  document.documentElement.dataset.theme = 'dark';
}
