// How long a call of AWS's SDK may take, and how often it is tried: the same for every client here.

// The SDK's notice about Node releases of 2027 would be the first thing that a user reads.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

export const CLIENT_LIMITS = {
  maxAttempts: 4,
  requestHandler: {
    connectionTimeout: 5_000,
    requestTimeout: 30_000,
    throwOnRequestTimeout: true,
  },
};
