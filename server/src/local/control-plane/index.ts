// The embedded control plane of Aurora DSQL: what the rest of the server may use of this folder.
export {
  openControlPlane,
  type CallNews,
  type ControlPlane,
  type ControlPlaneOptions,
} from './control-plane.ts';
export { StateFileError } from './cloud-state.ts';
export { PolicyError, type PolicyDocument } from './policy.ts';
