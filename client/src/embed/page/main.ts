// The beginning of /embed: the floor of this server for an iframe, with the attributes of the
// <world-seat> element as its query.
import '@fontsource-variable/archivo/wdth.css';
import { mount } from 'svelte';
import { readSettings } from '../settings.ts';
import EmbedPage from './EmbedPage.svelte';
import '../../styles/stand-in.css';
import '../../styles/tokens.css';
import '../../styles/base.css';
import './page.css';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
const query = new URLSearchParams(location.search);
const settings = readSettings((name) => query.get(name));
document.documentElement.dataset['theme'] = settings.theme;
mount(EmbedPage, { target, props: { settings } });
