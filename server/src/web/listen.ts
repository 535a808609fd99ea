// Takes the address, or says in words why it cannot be had.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another program listens there. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly code = 'PORT_TAKEN';
}

/** The system does not give this address to this program. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'ADDRESS_REFUSED';
}

/** @param port 0: any free one. @returns the port. @throws PortTaken, AddressRefused */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(inWords(error, `${host}:${port}`));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Says early what listen() would say later, before anything else is started. Throws the same. */
export async function checkAddress(host: string, port: number): Promise<void> {
  const server = createServer();
  await listen(server, host, port);
  await new Promise((resolve) => server.close(resolve));
}

function inWords(error: NodeJS.ErrnoException, address: string): Error {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new PortTaken(`${address} is taken by another program; set PORT to a free one.`);
    case 'EACCES':
    case 'EPERM':
      return new AddressRefused(
        `This user may not listen on ${address}; set PORT to one from 1024 to 65535.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new AddressRefused(
        `${address} is not an address of this machine; set HOST to 127.0.0.1 or 0.0.0.0.`,
      );
    default:
      return error;
  }
}
