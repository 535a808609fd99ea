// The page's beginning: styles, fonts, and the application on its element.
import '@fontsource-variable/archivo/wdth.css';
import { mount } from 'svelte';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app element.');
mount(App, { target });
