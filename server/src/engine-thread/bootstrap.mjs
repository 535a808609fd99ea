// The first file of an engine's thread that could not be compiled. Node 20 does not hand the
// TypeScript loader on to threads, so it is registered here before anything else is loaded.
import { register } from 'tsx/esm/api';

register();
await import('./serve.ts');
