// The page's beginning: styles, fonts, and the page of this address on its element.
import '@fontsource-variable/archivo/wdth.css';
import { mount } from 'svelte';
import { paintInThreads } from './floor/paint-in-threads.ts';
import Page from './Page.svelte';
import { pageAt } from './pages.ts';
import './styles/stand-in.css';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
mount(Page, {
  target,
  props: { address: pageAt(location.href) },
  context: paintInThreads(),
});
