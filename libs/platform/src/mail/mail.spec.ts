import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { MailFolder, SmtpMails } from './index.js';

const mail = {
  id: '0197',
  to: 'anna@example.org',
  subject: 'Confirm',
  text: 'Code: 12\n',
  html: '<p>Code: 12</p>',
  unsubscribeUrl: null,
};

describe('mail', () => {
  it('goes into a folder that nobody else reads', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'mails '));
    const folder = path.join(root, 'mails');
    const mails = new MailFolder(folder);
    await mails.send(mail);
    await mails.send(mail);
    expect((await readdir(folder)).sort()).toEqual(['0197.html', '0197.txt']);
    expect(await readFile(path.join(folder, '0197.txt'), 'utf8')).toBe(
      'To: anna@example.org\nSubject: Confirm\n\nCode: 12\n',
    );
    expect((await stat(path.join(folder, '0197.txt'))).mode & 0o777).toBe(0o600);
    await rm(root, { recursive: true });
  });

  it('goes to a server by SMTP, with an id that stays the same', async () => {
    const { server, received } = anSmtpServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const mails = new SmtpMails({ url: `smtp://127.0.0.1:${port}`, from: 'Ajudant <no-reply@ajudant.example>' });
    await mails.send(mail);
    const plain = received.splice(0).join('');
    expect(plain).not.toContain('List-Unsubscribe');
    await mails.send({ ...mail, unsubscribeUrl: 'https://pages.example/v1/unsubscriptions/x' });
    await mails.close();
    server.close();
    const sent = received.join('');
    expect(sent).toContain('List-Unsubscribe: <https://pages.example/v1/unsubscriptions/x>');
    expect(sent).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(sent).toContain('RCPT TO:<anna@example.org>');
    expect(sent).toContain('Message-ID: <0197@ajudant.example>');
    expect(sent).toContain('From: Ajudant <no-reply@ajudant.example>');
    expect(sent).toContain('<p>Code: 12</p>');
  });

  it('that no server takes fails, so that it is tried again', async () => {
    const mails = new SmtpMails({ url: 'smtp://127.0.0.1:1', from: 'no-reply@ajudant.example' });
    await expect(mails.send(mail)).rejects.toThrow('ECONNREFUSED');
    await mails.close();
  });
});

/** As much of a mail server as a client that sends one mail asks for. */
function anSmtpServer(): { server: Server; received: string[] } {
  const received: string[] = [];
  const server = createServer((socket: Socket) => {
    let isData = false;
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      received.push(text);
      if (isData) {
        if (!text.includes('\r\n.\r\n')) return;
        isData = false;
        socket.write('250 kept\r\n');
      } else if (text.startsWith('DATA')) {
        isData = true;
        socket.write('354 go on\r\n');
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
      else socket.write('250 fine\r\n');
    });
  });
  return { server, received };
}
