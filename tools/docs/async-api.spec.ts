import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { eventTypes } from '#contracts';
import { messageOf } from '../../libs/platform/src/messaging/kafka/kafka-message.js';
import { asyncApiDocument } from './async-api.js';

interface Message {
  readonly examples: readonly { readonly headers: Record<string, string>; readonly payload: object }[];
}
interface Document {
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: object }>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>> };
}

const document = asyncApiDocument() as Document;
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema(document, 'events');
const faults = (pointer: string, value: unknown): string =>
  ajv.getSchema(`events#${pointer}`)!(value) === true ? '' : ajv.errorsText(ajv.getSchema(`events#${pointer}`)!.errors);

describe('the description of the events', () => {
  it('has a message for each type, on the topic of its aggregate', () => {
    const listed = Object.values(document.channels).flatMap(({ messages }) => Object.keys(messages));
    expect(listed.sort()).toEqual(eventTypes.map(({ type }) => type).sort());
    expect(document.channels['booking']).toMatchObject({ address: 'ajudant.booking' });
  });

  it.each(Object.entries(document.components.messages))('gives an example of %s that is one', (type, { examples }) => {
    for (const { headers, payload } of examples) {
      expect(faults('/components/messageTraits/event/headers', headers)).toBe('');
      expect(faults(`/components/messages/${type}/payload`, payload)).toBe('');
    }
  });

  it('says of the headers what messages have', () => {
    const { headers, key } = messageOf({
      id: '0197a000-0000-7000-8000-00000000000e',
      source: '/ajudant/api',
      type: 'need.posted.v1',
      time: '2026-11-30T09:00:00.000Z',
      position: 17,
      aggregateType: 'need',
      aggregateId: '0197a000-0000-7000-8000-00000000000a',
      aggregateVersion: 2,
      audience: [],
      correlationId: 'a',
      causationId: '0197a000-0000-7000-8000-00000000000c',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      data: {},
    });
    const pointer = '/components/messageTraits/event/headers';
    expect(faults(pointer, headers)).toBe('');
    expect(faults('/components/messageTraits/event/bindings/kafka/key', key)).toBe('');
    for (const name of Object.keys(headers!)) {
      expect(ajv.getSchema(`events#${pointer}/properties/${name}`)).toBeDefined();
    }
  });
});
