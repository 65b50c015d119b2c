import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DutySuggestionsModule } from '../duty-suggestions/duty-suggestions.module.js';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { CloseNeedHandler } from './close-need.js';
import { DraftNeedHandler } from './draft-need.js';
import { EditNeedHandler } from './edit-need.js';
import { InviteAgenciesHandler } from './invite-agencies.js';
import { NeedFilling } from './need-filling.js';
import { NeedMatchingController } from './need-matching.controller.js';
import { NeedStore } from './need.store.js';
import { NeedsForAgency } from './needs-for-agency.js';
import { NeedsController } from './needs.controller.js';
import { PostNeedHandler } from './post-need.js';
import { ReadShortlist } from './read-shortlist.js';
import { ReadableNeedGuard } from './readable-need.guard.js';
import { ShortlistPreparedProjection } from './shortlist-prepared.projection.js';
import { ShortlistStream } from './shortlist-stream.js';
import { ShortlistStore } from './shortlist.store.js';
import { VerifiedAgencies } from './verified-agencies.js';

@Module({
  imports: [ResultWaiterModule, CatalogueModule, DutySuggestionsModule],
  controllers: [NeedsController, NeedMatchingController],
  providers: [
    NeedStore,
    NeedFilling,
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
  exports: [NeedStore, NeedFilling],
})
export class NeedsModule {}
