import { Module } from '@nestjs/common';
import { ArrivalsModule } from '../arrivals/arrivals.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DutySuggestionsModule } from '../duty-suggestions/duty-suggestions.module.js';
import { CloseNeedHandler } from './close-need.js';
import { DraftNeedHandler } from './draft-need.js';
import { EditNeedHandler } from './edit-need.js';
import { InviteAgenciesHandler } from './invite-agencies.js';
import { NeedMatchingController } from './need-matching.controller.js';
import { NeedStore } from './need.store.js';
import { NeedsController } from './needs.controller.js';
import { NeedsForAgency } from './needs-for-agency.js';
import { NeedsOfBusiness } from './needs-of-business.js';
import { PostNeedHandler } from './post-need.js';
import { ReadableNeedGuard } from './readable-need.guard.js';
import { ReadShortlist } from './read-shortlist.js';
import { ShortlistPreparedProjection } from './shortlist-prepared.projection.js';
import { ShortlistStream } from './shortlist-stream.js';
import { ShortlistStore } from './shortlist.store.js';
import { VerifiedAgencies } from './verified-agencies.js';

@Module({
  imports: [ArrivalsModule, CatalogueModule, DutySuggestionsModule],
  controllers: [NeedsController, NeedMatchingController],
  providers: [
    NeedStore,
    NeedsOfBusiness,
    NeedsForAgency,
    VerifiedAgencies,
    ShortlistStore,
    ReadableNeedGuard,
    ReadShortlist,
    ShortlistStream,
    ShortlistPreparedProjection,
    DraftNeedHandler,
    EditNeedHandler,
    PostNeedHandler,
    InviteAgenciesHandler,
    CloseNeedHandler,
  ],
  exports: [NeedStore],
})
export class NeedsModule {}
