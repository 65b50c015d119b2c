import { tailEvents } from '../event-tail.js';
import { type Command, text } from './command.js';

export const events: Command = {
  name: 'events',
  takes: [],
  says: 'Shows the events of one’s organisation in order; with --follow those that come as well, until it is interrupted.',
  options: {
    follow: { type: 'boolean', says: 'goes on with what happens' },
    after: { type: 'string', says: 'goes on behind this place', value: 'PLACE' },
    types: {
      type: 'string',
      says: 'of these types alone, such as booking.confirmed.v1,invoice.issued.v1',
      value: 'TYPES',
    },
  },
  async run({ client, values, signal, tell }) {
    const after = text(values['after']);
    const types = text(values['types'])?.split(',') ?? [];
    const options = { ...(after !== undefined && { after }), types, follow: values['follow'] === true, signal };
    try {
      for await (const event of tailEvents(client, options)) {
        tell(event, [event.time, event.type, event.aggregateId].join('\t'));
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  },
};
