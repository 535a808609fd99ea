// <world-seat> is an element of the browser, wherever it stands in the Markdown: without this Vue looks
// for a component of that name, and warns when it finds none.
const isCustomElement = (tag) => tag === 'world-seat';

export default { slidev: { vue: { template: { compilerOptions: { isCustomElement } } } } };
