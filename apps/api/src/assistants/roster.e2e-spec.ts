import { workbookMediaType } from '#platform/http';
import { aWorkbook } from '#platform/testing';
import { readFile } from 'node:fs/promises';
import { anAgency, type SignedIn } from '../testing/people.js';
import { testApi, type TestApi } from '../testing/test-api.js';

const example = (name: string): Promise<string> => readFile(`examples/${name}`, 'utf8');
const header = 'externalRef,displayName,professionalTitle,countryCode,timeZone,hourlyRate,currency';
const line = (ref: string, name = 'Núria', rate = '18.50,EUR') =>
  `${ref},${name},online assistant,ES,Europe/Madrid,${rate}`;

describe('a roster', () => {
  let api: TestApi;
  let agency: SignedIn;
  beforeAll(async () => {
    api = await testApi();
  });
  beforeEach(async () => {
    agency = await anAgency(api, { verified: false });
  });
  afterAll(() => api.close());

  const send = (csv: string, who = agency) =>
    api.http.post('/v1/assistants/import').set(who.headers()).set('content-type', 'text/csv').send(csv);
  const assistants = async () => {
    const { body } = await api.http.get('/v1/assistants').set(agency.headers()).expect(200);
    return body.items as { externalRef: string; displayName: string; version: number }[];
  };

  it('is taken in, and again without changing anything', async () => {
    const csv = await example('roster.csv');
    const first = await send(csv).expect(200);
    expect(first.body).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: [], remarks: [] });
    const taken = await assistants();
    expect(taken).toMatchObject([
      {
        externalRef: 'A-001',
        status: 'draft',
        hourlyRate: { amountMinor: 1_850, currency: 'EUR' },
        skills: [
          { skillCode: 'spreadsheets', level: 4 },
          { skillCode: 'email-management', level: 5 },
        ],
        daysOff: [
          { from: '2027-08-01', to: '2027-08-15' },
          { from: '2027-12-24', to: '2027-12-24' },
        ],
        instantBooking: true,
      },
      { displayName: 'Tom "TJ" Jones' },
      { professionalTitle: 'asistente virtual, atención al cliente', weeklyHours: [{}, {}, {}, { weekday: 6 }] },
    ]);
    const again = await send(csv).expect(200);
    expect(again.body).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: [], remarks: [] });
    expect(await assistants()).toEqual(taken);
  });

  it('knows a reference however it is written, and refuses names with characters that nobody sees', async () => {
    await send([header, line('N\u00fa-1', 'N\u00faria')].join('\n')).expect(200);
    const again = await send([header, line('Nu\u0301-1', 'Nu\u0301ria')].join('\n')).expect(200);
    expect(again.body).toMatchObject({ unchanged: 1, rejected: [] });
    const names = ['\u200b\u200b', 'N\ufffdria', '\u202egro.live', 'Bell\u0007', '\u3164', 'a\u00adb'];
    const { body } = await send([header, ...names.map((name, at) => line(`R-${at}`, name))].join('\n')).expect(200);
    expect(body.rejected.map(({ line: at, field }: { line: number; field: string }) => [at, field])).toEqual(
      names.map((_, at) => [at + 2, 'displayName']),
    );
    expect(body.rejected[2].reason).toBe('It holds U+202E, which turns the direction of what follows.');
  });

  it('goes in where it is good, and is told line by line where it is not', async () => {
    const { body } = await send(await example('roster-with-errors.csv')).expect(200);
    expect(body).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
    expect(
      body.rejected.map((each: { line: number; field: string; code: string }) => Object.values(each).slice(0, 3)),
    ).toEqual([
      [3, 'timeZone', 'roster.bad-value'],
      [4, 'hourlyRate', 'roster.bad-value'],
      [5, 'skills', 'assistant.unknown-skill'],
      [6, 'weeklyHours', 'time.bad-hours'],
      [7, 'externalRef', 'roster.ref-twice'],
      [8, 'displayName', 'roster.bad-value'],
      [9, null, 'roster.column-count'],
      [10, 'instantBooking', 'roster.bad-value'],
    ]);
    for (const { reason } of body.rejected as { reason: string }[]) expect(reason).toMatch(/^.{10,200}\.$/);
    expect(await assistants()).toMatchObject([{ externalRef: 'B-001', hourlyRate: { amountMinor: 1_750 } }]);
  });

  it('edits those whom the agency has, and leaves alone what it has no column for', async () => {
    await send(await example('roster.csv')).expect(200);
    const { body } = await send(`${header}\n${line('A-001', 'Núria P.')}\n${line('A-009')}`).expect(200);
    expect(body).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    const [first] = await assistants();
    expect(first).toMatchObject({
      displayName: 'Núria P.',
      dutyCodes: { length: 3 },
      daysOff: { length: 2 },
      version: 2,
    });
  });

  it('may have a BOM, CRLF, blank lines, quoted line breaks and columns in any order', async () => {
    const [first, ...rest] = header.split(',');
    const columns = [...rest, first].join(';');
    const cells = (name: string) => `"${name}";online assistant;ES;Europe/Madrid;18,5;EUR`;
    const csv = `\ufeff${columns}\r\n${cells('Núria; ""N""\r\nPuig')};X-1\r\n\r\n${cells('')};X-2\r\n`;
    const { body } = await send(csv).expect(200);
    expect(body).toMatchObject({ created: 1, rejected: [{ line: 5, field: 'displayName' }] });
    expect(await assistants()).toMatchObject([
      { displayName: 'Núria; "N" Puig', externalRef: 'X-1', hourlyRate: { amountMinor: 1_850 } },
    ]);
  });

  it('is as spreadsheets write it: with columns at the end that nobody named, and sep= in front', async () => {
    const [columns, row] = [header.replaceAll(',', ';'), 'W-1;Marta;online assistant;ES;Europe/Madrid;17,50;EUR'];
    for (const csv of [
      `${columns};;\r\n${row};;\r\n`,
      `${columns}\r\n${row};;\r\n`,
      `sep=;\r\n${columns}\r\n${row}\r\n`,
    ]) {
      const { body } = await send(csv).expect(200);
      expect([body.created + body.unchanged, body.rejected]).toEqual([1, []]);
    }
    expect(await assistants()).toMatchObject([{ externalRef: 'W-1', hourlyRate: { amountMinor: 1_750 } }]);
  });

  it('loses the line that holds NUL, and no other', async () => {
    const { body } = await send(`${header}\n${line('N-1')}\n${line('N-2', 'A\0B')}`).expect(200);
    expect(body).toMatchObject({ created: 1, rejected: [{ line: 3, field: null, code: 'roster.broken-line' }] });
  });

  it('is read as Windows-1252 where it says so, and with a remark where it can’t be UTF-8', async () => {
    const bytes = Buffer.from(`${header}\n${line('L-1', 'N\u00faria')}`, 'latin1');
    const post = (type: string) =>
      api.http
        .post('/v1/assistants/import')
        .set(agency.headers())
        .set('content-type', type)
        .send(bytes as never);
    expect((await post('text/csv').expect(200)).body).toMatchObject({
      created: 1,
      remarks: [{ code: 'read-as-windows-1252' }],
    });
    expect((await post('text/csv; charset=windows-1252').expect(200)).body).toMatchObject({
      unchanged: 1,
      remarks: [],
    });
    expect(await assistants()).toMatchObject([{ displayName: 'Núria' }]);
    expect((await post('text/csv; charset=koi8-r').expect(400)).body.code).toBe('roster.not-csv');
  });

  it('names days as people of the three languages do', async () => {
    const hours = ['Mon-Fri 09:00-13:00', 'Lun-Vie 9:00-13:00', 'dl-dv 09:00-13:00', 'Lunes–Viernes 09:00–13:00'];
    const lines = hours.map((text, at) => `${line(`D-${at}`)},${text}`);
    const { body } = await send([`${header},weeklyHours`, ...lines, `${line('D-9')},Vie-Lun 09:00-13:00`].join('\n'));
    expect(body).toMatchObject({ created: 4, rejected: [{ field: 'weeklyHours', written: 'Vie-Lun 09:00-13:00' }] });
    const weeks = (await assistants()).map((one) => JSON.stringify((one as { weeklyHours?: object }).weeklyHours));
    expect(new Set(weeks).size).toBe(1);
  });

  it('clears what somebody emptied', async () => {
    await send(await example('roster.csv')).expect(200);
    const columns = `${header},skills,daysOff,weeklyCapacityMinutes`;
    expect((await send(`${columns}\n${line('A-001')},,,`).expect(200)).body).toMatchObject({
      updated: 1,
      rejected: [],
    });
    const [first] = await assistants();
    expect(first).toMatchObject({ skills: [], daysOff: [], weeklyCapacityMinutes: 0, dutyCodes: { length: 3 } });
  });

  it('may be a workbook, and is shown before it is taken in', async () => {
    const rows = [header.split(','), ['X-1', 'Núria', 'online assistant', 'ES', 'Europe/Madrid', 17.55, 'EUR']];
    const post = (path: string, bytes: Buffer) =>
      api.http
        .post(path)
        .set(agency.headers())
        .set('content-type', workbookMediaType)
        .send(bytes as never);
    const bytes = await aWorkbook(rows);
    expect((await post('/v1/assistants/import/previews', bytes).expect(200)).body).toMatchObject({ created: 1 });
    expect(await assistants()).toEqual([]);
    expect((await post('/v1/assistants/import', bytes).expect(200)).body).toMatchObject({ created: 1, rejected: [] });
    expect(await assistants()).toMatchObject([{ displayName: 'Núria', hourlyRate: { amountMinor: 1_755 } }]);
    expect((await post('/v1/assistants/import', Buffer.from('PK\u0003\u0004no')).expect(400)).body.code).toBe(
      'roster.not-csv',
    );
  });

  it('gives back what a preview rejects as text, to be put right where it stands, whatever the file was', async () => {
    const columns = [...header.split(','), 'skills'];
    const good = [
      'X-1',
      'Núria',
      'online assistant',
      'ES',
      'Europe/Madrid',
      17.55,
      'EUR',
      'spreadsheets:4|email-management:5',
    ];
    const wrong = ['X-2', 'Ona, or\nOn', '"online" assistant', 'ES', 'Europe/Madird', 17, 'EUR'];
    const preview = (bytes: Buffer, type: string) =>
      api.http
        .post('/v1/assistants/import/previews')
        .set(agency.headers())
        .set('content-type', type)
        .send(bytes as never)
        .expect(200);
    const workbook = await aWorkbook([columns, good, [], wrong, [...good, 'one too many']]);
    const { body: report } = await preview(workbook, workbookMediaType);
    expect(report).toMatchObject({
      created: 1,
      rejected: [
        { line: 4, field: 'timeZone' },
        { line: 5, field: null },
      ],
    });
    const lines = (report.text as string).split('\n');
    expect(lines).toEqual([
      expect.stringContaining(columns.join(',')),
      expect.stringContaining(
        'X-1,Núria,online assistant,ES,Europe/Madrid,17.55,EUR,spreadsheets:4|email-management:5',
      ),
      '',
      expect.stringContaining('X-2,"Ona, or On","""online"" assistant",ES,Europe/Madird,17,EUR'),
      expect.stringContaining('one too many'),
      '',
    ]);
    const corrected = (report.text as string).replace('Madird', 'Madrid').replace(',one too many', '');
    const { body: again } = await preview(Buffer.from(corrected), 'text/csv');
    expect(again).toMatchObject({ created: 2, rejected: [{ line: 5, code: 'roster.ref-twice' }] });
    const windows = Buffer.from(`${header}\n${line('W-1', 'Núria', '0,EUR')}\n`, 'latin1');
    const { body: read } = await preview(windows, 'text/csv');
    expect(read).toMatchObject({ text: expect.stringContaining('Núria'), rejected: [{ field: 'hourlyRate' }] });
    const whole = await preview(await aWorkbook([columns, good]), workbookMediaType);
    expect(whole.body).toMatchObject({ created: 1, text: null });
  });

  it('takes no language that ISO 639-1 has not', async () => {
    const speaking = (ref: string, languages: string) => `${line(ref, 'Núria', '18,EUR')},${languages}`;
    const { body } = await send(`${header},languages\n${speaking('L-1', 'CA:c2')}\n${speaking('L-2', 'ca:C2|zz:B1')}`);
    expect(body).toMatchObject({ created: 1, rejected: [{ line: 3, field: 'languages', code: 'roster.bad-value' }] });
    expect(body.rejected[0].reason).toBe('language must be a valid ISO 639-1 language code.');
  });

  it.each<[string, string]>([
    ['18', 'created'],
    ['18,5', 'hourlyRate'],
    ['18.505', 'hourlyRate'],
    ['0', 'hourlyRate'],
    ['-1', 'hourlyRate'],
    ['1e3', 'hourlyRate'],
    ['', 'hourlyRate'],
  ])('reads the rate %p exactly or not at all', async (rate, outcome) => {
    const { body } = await send(`${header}\n${line('R-1', 'Núria', `"${rate}",${rate === '18,5' ? 'JPY' : 'EUR'}`)}`);
    expect(body.created === 1 ? 'created' : body.rejected[0].field).toBe(outcome);
  });

  it('that comes twice at once goes in once', async () => {
    const csv = await example('roster.csv');
    const answers = await Promise.all([send(csv), send(csv), send(csv)]);
    expect(answers.map(({ body }) => body.created as number).sort()).toEqual([0, 0, 3]);
    expect(await assistants()).toHaveLength(3);
  });

  it('of one agency has nothing to do with the same references of another', async () => {
    const other = await anAgency(api, { verified: false });
    await send(`${header}\n${line('S-1', 'Ours')}`).expect(200);
    expect((await send(`${header}\n${line('S-1', 'Theirs')}`, other)).body).toMatchObject({ created: 1 });
    expect(await assistants()).toMatchObject([{ displayName: 'Ours', version: 1 }]);
  });

  it.each<[string, string]>([
    ['roster.empty', header],
    ['roster.empty', '\n\n'],
    ['roster.missing-column', `externalRef,displayName\nA,B`],
    ['roster.unknown-column', `${header},shoe size\n${line('A')},42`],
    ['roster.column-twice', `${header},currency\n${line('A')},EUR`],
    ['roster.not-csv', `"${header}\n${line('A')}`],
    ['roster.not-csv', `${header}\n${'"A"x,B\n'.repeat(600)}`],
    ['roster.too-many-lines', [header, ...Array.from({ length: 2_001 }, (_, at) => line(`T-${at}`))].join('\n')],
  ])('is refused as a whole with %s', async (code, csv) => {
    expect((await send(csv)).body).toMatchObject({ status: 400, code });
    expect(await assistants()).toEqual([]);
  });

  it('loses a line with a stray quote, and no other', async () => {
    const broken = { 3: '"Q-2,never closed', 5: line('Q-4', 'Mar"ia'), 6: line('Q-5', '"Ana"s') };
    const good = [line('Q-6'), line('Q-7', '"Pere ""el Gran"""')];
    const csv = [header, line('Q-1'), broken[3], line('Q-3'), broken[5], broken[6], ...good].join('\r\n');
    const { body } = await send(csv).expect(200);
    expect(body).toMatchObject({ created: 4, updated: 0, unchanged: 0 });
    expect(body.rejected).toEqual(
      [3, 5, 6].map((number) => ({
        line: number,
        field: null,
        code: 'roster.broken-line',
        written: null,
        reason: 'A quote stands within a cell, or is not closed where its cell ends.',
      })),
    );
    expect((await assistants()).map(({ displayName }) => displayName)).toContain('Pere "el Gran"');
  });

  it('has to be CSV, and no bigger than a megabyte', async () => {
    const json = await api.http.post('/v1/assistants/import').set(agency.headers()).send({ roster: [] });
    expect(json.body).toMatchObject({ status: 415, code: 'request.unsupported-media-type' });
    expect((await send(`${header}\n${'x'.repeat(1_100_000)}`)).body).toMatchObject({ status: 413 });
  });

  it('of five hundred lines goes in, and again for nothing', async () => {
    const csv = [header, ...Array.from({ length: 500 }, (_, at) => line(`L-${at}`))].join('\n');
    const { body } = await send(csv).expect(200);
    expect(body).toMatchObject({ created: 500, rejected: [] });
    expect((await send(csv)).body).toMatchObject({ unchanged: 500 });
  });
});
