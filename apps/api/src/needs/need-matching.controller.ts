import { Access, type AccessRule, type Actor, businessTeam, scopeOf } from '#access';
import { DutySuggestionsDto, ShortlistDto } from '#contracts';
import { DomainError } from '#domain';
import { Awaited } from '#platform/endpoints';
import { accepted, Answer, CurrentActor, Now, PreferWait, UuidParam } from '#platform/http';
import { Controller, type MessageEvent, Post, Sse, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConflictResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { Observable } from 'rxjs';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { AskDutySuggestions } from '../duty-suggestions/ask-duty-suggestions.js';
import { dutySuggestionsAnswer } from '../duty-suggestions/duty-suggestion.dto-mapping.js';
import { changeNeeds } from './need-rules.js';
import { NeedStore } from './need.store.js';
import { ReadShortlist } from './read-shortlist.js';
import { ReadableNeedGuard } from './readable-need.guard.js';
import { ShortlistStream } from './shortlist-stream.js';

const read: AccessRule = { roles: businessTeam, scope: 'needs:read' };

/** What the matcher makes of a need. */
@ApiTags('needs')
@Controller('v1/needs/:id')
export class NeedMatchingController {
  constructor(
    private readonly needs: NeedStore,
    private readonly asking: AskDutySuggestions,
    private readonly shortlists: ReadShortlist,
    private readonly streams: ShortlistStream,
    private readonly catalogue: DutyCatalogue,
  ) {}

  /** The duties that the need's words are about; they are asked about when nobody has yet. */
  @Awaited('suggested-duties', read, DutySuggestionsDto, 'Not there yet.')
  async suggestedDuties(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PreferWait() waitSeconds: number,
    @Now() now: string,
  ): Promise<Answer<DutySuggestionsDto>> {
    const { state } = await this.needs.load(scopeOf(actor), id);
    if (state.words === null) throw new DomainError('need.no-words');
    const { text, language } = state.words;
    const hash = createHash('sha256')
      .update(`${language ?? ''}\n${text}`)
      .digest('hex');
    const words = { organisationId: actor.organisationId, text, language, askedFor: `need ${id} ${hash}` };
    const suggestion = await this.asking.ask(scopeOf(actor), words, waitSeconds, now);
    return dutySuggestionsAnswer(suggestion, this.catalogue, `/v1/needs/${id}/suggested-duties`, 200);
  }

  /** The assistants who fit best, with the computation behind each place, and those who miss by one filter. */
  @Awaited('shortlist', read, ShortlistDto, 'There is none yet.')
  @ApiConflictResponse()
  async shortlist(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PreferWait() waitSeconds: number,
  ): Promise<Answer<ShortlistDto>> {
    const shortlist = await this.shortlists.read(scopeOf(actor), id, waitSeconds);
    return shortlist.status === 'preparing' ? accepted(shortlist, `/v1/needs/${id}/shortlist`) : new Answer(shortlist);
  }

  /** Has the need matched again, as assistants come, go and get booked. */
  @Post('shortlist')
  @Access(changeNeeds)
  @ApiOkResponse({ type: ShortlistDto })
  @ApiAcceptedResponse({ type: ShortlistDto, description: 'The fresh one will be at Location.' })
  async refresh(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PreferWait() waitSeconds: number,
  ): Promise<Answer<ShortlistDto>> {
    const shortlist = await this.shortlists.refresh(scopeOf(actor), id, waitSeconds);
    return shortlist.status === 'prepared'
      ? new Answer(shortlist, {}, 200)
      : accepted(shortlist, `/v1/needs/${id}/shortlist`);
  }

  /** Server-sent events: `shortlist-prepared` each time there is a fresh one, and pings in between. */
  @Sse('stream')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @UseGuards(ReadableNeedGuard)
  @Access(read)
  stream(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Observable<MessageEvent>> {
    return this.streams.open(scopeOf(actor), id);
  }
}
