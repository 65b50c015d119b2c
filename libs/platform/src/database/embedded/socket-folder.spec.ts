import { socketFolderIn } from './socket-folder.js';

describe('the socket of a database for tests', () => {
  it.each([
    ['in its data directory', '/tmp/ajudant-test-a1b2c3/postgres', 'linux', '.'],
    ['nowhere, where no system takes so long a path', `/tmp/${'folder/'.repeat(12)}postgres`, 'linux', ''],
    ['nowhere, where the path is long in bytes alone', `/tmp/${'ç'.repeat(45)}/postgres`, 'darwin', ''],
    ['nowhere on Windows', 'C:\\data\\postgres', 'win32', ''],
  ] as const)('is %s', (_where, directory, platform, expected) => {
    expect(socketFolderIn(directory, platform)).toBe(expected);
  });
});
