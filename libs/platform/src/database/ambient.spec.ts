import { setTimeout as sleep } from 'node:timers/promises';
import { Ambient } from './ambient.js';

describe('what goes along with work', () => {
  const sender = new Ambient<string>();
  const receiver = new Ambient<string>();
  const both = () => [sender.current(), receiver.current()];

  it('is there for whoever is called on the way, and for nobody else', async () => {
    const [first, second] = await Promise.all(
      ['Anna', 'Berta'].map((name) =>
        sender.run(name, async () => {
          await sleep(1);
          return sender.current();
        }),
      ),
    );
    expect([first, second, sender.current()]).toEqual(['Anna', 'Berta', undefined]);
  });

  it('stands beside what else goes along, whichever came first', () => {
    sender.run('Anna', () =>
      receiver.run('Carla', () => {
        expect(both()).toEqual(['Anna', 'Carla']);
        sender.run('Berta', () => expect(both()).toEqual(['Berta', 'Carla']));
        sender.run(undefined, () => expect(both()).toEqual([undefined, 'Carla']));
        receiver.run(undefined, () => expect(both()).toEqual(['Anna', undefined]));
        expect(both()).toEqual(['Anna', 'Carla']);
      }),
    );
  });

  it('goes along with what is begun from within and goes on after it', async () => {
    const later = sender.run('Anna', () => receiver.run('Carla', () => sleep(1).then(both)));
    expect(both()).toEqual([undefined, undefined]);
    expect(await later).toEqual(['Anna', 'Carla']);
  });
});
