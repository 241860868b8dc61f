import { aJpeg } from '#kernel/attachments/testing';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { everythingInPostgres, everythingInRedis } from '../support/everything-stored.js';
import { Journey } from '../support/journey.js';
import { type Opened, PublicVisitor } from '../support/public-visitor.js';
import { hoursAgo } from '../support/reports.js';

/** Words that stand nowhere else in the world. */
const NAME = 'Guadalupe Zarzamora';
const WORDS = 'Le dieron a mi hija la medicina de otra niña, color Quetzalverde.';
const MORE = 'Ahora tiene manchas como Tlacuachina.';
const PHONE = '312-555-0199';

interface Line {
  readonly id: string;
  readonly status: string;
  readonly stillAtRisk: boolean;
  readonly channel: string;
  readonly language: string;
}
interface Item {
  readonly code: string;
  readonly about: string;
  readonly urgency: string;
}

describe('a mother who has no account and a phone without script', () => {
  let journey: Journey;
  let mother: PublicVisitor;
  let lead: Client;
  let thanks: Opened;
  let code: string;
  let concern: string;
  let safetyEventId: string;
  beforeAll(async () => {
    journey = await Journey.begin({ telling: { api: () => ({ PUBLIC_CODE_TRIES_PER_MINUTE: '60' }) } });
    mother = new PublicVisitor(journey.forthright.url, 'es');
    lead = await journey.as('risk-manager');
    const person = journey.persona('risk-manager').person;
    await journey.cli('on-call', 'assign', person, '--from', hoursAgo(1), '--until', hoursAgo(-8));
  });
  afterAll(() => journey?.end());

  const on = (step: string, body: object) => lead.done(`/v1/concerns/${concern}/${step}`, body);
  const look = async () => {
    const asked = await mother.open('/concern/status');
    return mother.send(asked, { facilityId: journey.persona('reporter').facility, code });
  };
  const seen = async (words: string) => {
    await journey.readersAtHead(); // asking again and again would be too many requests
    const page = await look();
    expect(page.text).toContain(words);
    return page;
  };

  it('finds the form in her language, with the number to call in danger, and no script in it', async () => {
    const form = await mother.open('/concern');
    expect(form.status).toBe(200);
    expect(form.html).toContain('<html lang="es">');
    expect(form.text).toContain('Cuéntenos qué le preocupa');
    expect(form.text).toContain('911');
    expect(form.html).not.toMatch(/<script|javascript:|onclick|onsubmit/i);
    expect(form.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(form.headers.get('cache-control')).toBe('no-store');
    expect(form.headers.get('set-cookie')).toBeNull();
  });

  it('forgets to say what happened, and finds everything else as she left it', async () => {
    const form = await mother.open('/concern');
    const again = await mother.send(form, { stillAtRisk: 'yes', named: 'yes', name: NAME });
    expect(again.status).toBe(400);
    expect(again.text).toContain('Por favor, cuéntenos qué pasó.');
    expect(again.text).toContain('Por favor, elija el hospital.');
    expect(again.html).toContain(`value="${NAME}"`);
  });

  it('sends it, twice by mistake, and is shown one code for one concern', async () => {
    const form = await mother.open('/concern');
    const told = {
      stillAtRisk: 'yes',
      facilityId: journey.persona('reporter').facility,
      narrative: WORDS,
      outcome: 'harm',
      harmKinds: ['physical', 'trust'],
      happenedOn: hoursAgo(30).slice(0, 10),
      wishes: ['fix_now', 'explanation'],
      role: 'parent',
      named: 'yes',
      name: NAME,
      phone: PHONE,
      email: '',
      permissions: ['survey'],
    };
    thanks = await mother.send(form, told);
    expect(thanks.status).toBe(200);
    expect(thanks.text).toContain('Ya avisamos a la persona de guardia');
    code = /<p class="code">([^<]+)<\/p>/.exec(thanks.html)?.[1] ?? '';
    expect(code.replace(/[^A-Z0-9]/g, '')).toHaveLength(12);
    const twice = await mother.send(form, told);
    expect(/<p class="code">([^<]+)<\/p>/.exec(twice.html)?.[1]).toBe(code);
    await journey.readersAtHead();
    const { items } = (await lead.get('/v1/concerns')).json<{ items: Line[] }>();
    expect(items).toEqual([
      expect.objectContaining({ channel: 'web_form', language: 'es', stillAtRisk: true, status: 'submitted' }),
    ]);
    concern = items[0]?.id as string;
  });

  it('is heard at once: whoever is on call is paged, and goes there within the hour', async () => {
    await eventually(async () => {
      const { items } = (await lead.get('/v1/inbox')).json<{ items: Item[] }>();
      const page = items.find(({ about, urgency }) => about === `concern-${concern}` && urgency === 'page');
      if (!page) throw new Error(`Nobody was paged\n${journey.forthright.worker.output}`);
    });
    const late = () => lead.get('/v1/deadlines?kind=DL-19&state=running');
    expect((await late()).json<{ items: object[] }>().items).toHaveLength(1);
    await on('urgent-action', { what: 'El doctor está con ella.' });
    await eventually(async () => {
      if ((await late()).json<{ items: object[] }>().items.length > 0) throw new Error('The hour still runs');
    });
    await on('acknowledgement', { channel: 'tracking_code', message: 'Vamos a mirar qué pasó.' });
    await on('classification', { kinds: ['safety'], grievance: true });
    await on('triage', { severity: 'urgent', owner: journey.persona('risk-manager').person });
  });

  it('becomes a safety event, of which the words stay with the concern', async () => {
    await on('conversion', {
      eventClass: 'incident',
      category: 'medication',
      harmReported: 'mild',
      eventAt: { value: hoursAgo(30), precision: 'hour' },
    });
    safetyEventId = await eventually(async () => {
      const { items } = (await lead.get('/v1/safety-events?source=complaint')).json<{ items: { id: string }[] }>();
      if (!items[0]) throw new Error('Not reported yet');
      return items[0].id;
    });
    const record = await lead.get(`/v1/safety-events/${safetyEventId}`);
    expect(record.json()).toMatchObject({ report: { concernId: concern, category: 'medication' } });
    expect(record.text).not.toContain('Quetzalverde');
  });

  it('sees by her code who has it, and adds what she remembered', async () => {
    const page = await seen('Vamos a mirar qué pasó.');
    expect(page.text).not.toContain('El doctor está con ella');
    expect((await mother.send(page, { words: '' }, 'add')).status).toBe(400);
    const added = await mother.send(page, { words: MORE }, 'add');
    expect(added.text).toContain('Lo hemos añadido');
    await journey.readersAtHead();
    expect((await lead.get(`/v1/concerns/${concern}`)).text).toContain(MORE);
  });

  it('gets the written answer with all that it owes her, and the concern closes', async () => {
    const early = await lead.post(`/v1/concerns/${concern}/closing`, { ending: 'answered' });
    expect(early.status).toBe(409);
    await on('response', {
      written: true,
      contactPerson: 'Rosa Díaz',
      steps: 'Hablamos con todos.',
      results: 'Dos etiquetas estaban cambiadas.',
      completedOn: hoursAgo(0.01),
      channel: 'letter',
    });
    await on('closing', { ending: 'answered', changeMade: 'Ahora dos personas leen cada etiqueta.' });
    const page = await seen('Ahora dos personas leen cada etiqueta.');
    for (const words of ['Rosa Díaz', 'Dos etiquetas estaban cambiadas.', 'Está cerrado'])
      expect(page.text).toContain(words);
  });

  it('counts: PC-01 and PC-02 have it in time, and open to it', async () => {
    await journey.readersAtHead();
    for (const measure of ['PC-01', 'PC-02']) {
      const { figures } = (await lead.get(`/v1/measures/${measure}`)).json<{ figures: { denominator: number }[] }>();
      const counted = figures.filter(({ denominator }) => denominator > 0);
      expect(counted).toEqual([expect.objectContaining({ numerator: 1, denominator: 1 })]);
    }
  });

  it('sends a photo by her code, which staff open once it was looked at; nothing that would run is taken', async () => {
    const page = await look();
    const ids = [...page.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length); // a label leads to one field
    const photo = aJpeg('Zarzamora');
    const sent = await mother.sendFile(page, new File([Uint8Array.from(photo)], 'etiquetas Tlacuachina.jpg'));
    expect(sent.text).toContain('Tenemos su archivo. Gracias.');
    const none = await mother.sendFile(sent, undefined);
    expect([none.status, none.text.includes('Por favor, elija un archivo primero.')]).toEqual([400, true]);
    const script = await mother.sendFile(none, new File(['<html><script>1</script>'], 'a.txt'));
    expect([script.status, script.text.includes('No podemos tomar este archivo.')]).toEqual([409, true]);
    const files = `/v1/concerns/${concern}/attachments`;
    const opened = await eventually(async () => {
      const { items } = (await lead.get(files)).json<{ items: { id: string; name: string; from: string }[] }>();
      expect(items).toMatchObject([{ name: 'etiquetas Tlacuachina.jpg', from: 'submitter' }]);
      const answer = await lead.get(`${files}/${items[0]?.id}`);
      expect(answer.status).toBe(200);
      return answer;
    });
    expect(opened.headers.get('content-disposition')).toContain('attachment');
  });

  it('a wrong code, another hospital’s and a mistyped one read alike', async () => {
    const asked = await mother.open('/concern/status');
    const facilityId = journey.persona('reporter').facility;
    const elsewhere = journey.persona('lakeside-risk-manager').facility;
    const wrong = [
      { facilityId, code: 'AAAA-BBBB-CCCC' },
      { facilityId: elsewhere, code },
      { facilityId, code: '?' },
    ];
    const pages = await Promise.all(wrong.map((fields) => mother.send(asked, fields)));
    for (const page of pages) {
      expect(page.status).toBe(404);
      expect(page.text).toContain('No hay nada con este código');
    }
  });

  it('and neither her name nor her words, number or code stand in clear anywhere', async () => {
    const { url, redisUrl } = journey.database;
    const { api, worker } = journey.forthright;
    const kept = [
      ...(await everythingInPostgres(url)),
      ...(await everythingInRedis(redisUrl)),
      { place: 'api', text: api.output },
      { place: 'worker', text: worker.output },
    ];
    const bare = code.replace(/[^A-Z0-9]/g, '');
    for (const word of ['Guadalupe', 'Zarzamora', 'Quetzalverde', 'Tlacuachina', PHONE, code, bare, 'etiquetas'])
      expect(kept.filter(({ text }) => text.includes(word)).map(({ place }) => `${word} in ${place}`)).toEqual([]);
    expect(api.output).toContain('POST /concern');
    expect(api.output).not.toContain('127.0.0.1, ');
  });
});
