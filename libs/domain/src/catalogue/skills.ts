import type { CatalogueSkill } from './catalogue.js';

export const catalogueSkills: readonly CatalogueSkill[] = [
  {
    code: 'spreadsheets',
    label: {
      en: 'Spreadsheets (Excel, Google Sheets)',
      es: 'Hojas de cálculo (Excel, Google Sheets)',
      ca: 'Fulls de càlcul (Excel, Google Sheets)',
    },
    dutyCodes: [
      'data-entry',
      'list-clean-up',
      'pipeline-report',
      'supplier-comparison',
      'competitor-price-watch',
      'stock-sync-check',
      'price-and-offer-update',
      'shift-rota-preparation',
      'bank-reconciliation',
      'cash-flow-outlook',
      'mileage-and-asset-registers',
      'takings-reconciliation',
    ],
  },
  {
    code: 'word-processing',
    label: {
      en: 'Word processing (Word, Google Docs)',
      es: 'Procesador de textos (Word, Google Docs)',
      ca: 'Processador de textos (Word, Google Docs)',
    },
    dutyCodes: ['document-formatting', 'audio-transcription', 'quote-preparation', 'meeting-minutes', 'meeting-pack'],
  },
  {
    code: 'cloud-file-storage',
    label: {
      en: 'Cloud file storage (Drive, OneDrive, Dropbox)',
      es: 'Archivos en la nube (Drive, OneDrive, Dropbox)',
      ca: 'Fitxers al núvol (Drive, OneDrive, Dropbox)',
    },
    dutyCodes: [
      'filing-scheme-setup',
      'daily-filing',
      'retention-run',
      'receipt-capture',
      'year-end-tax-pack',
      'meeting-pack',
    ],
  },
  {
    code: 'pdf-and-ocr',
    label: {
      en: 'PDF editing and text recognition',
      es: 'Edición de PDF y reconocimiento de texto',
      ca: 'Edició de PDF i reconeixement de text',
    },
    dutyCodes: ['daily-filing', 'document-formatting', 'data-entry', 'receipt-capture', 'supplier-bill-entry'],
  },
  {
    code: 'data-entry-accuracy',
    label: {
      en: 'Accurate data entry',
      es: 'Introducción de datos sin errores',
      ca: 'Introducció de dades sense errors',
    },
    dutyCodes: ['data-entry', 'lead-capture', 'supplier-bill-entry', 'transaction-coding', 'interaction-logging'],
  },
  {
    code: 'typing',
    label: { en: 'Fast typing', es: 'Mecanografía rápida', ca: 'Mecanografia ràpida' },
    dutyCodes: ['data-entry', 'document-formatting', 'audio-transcription'],
  },
  {
    code: 'transcription',
    label: { en: 'Transcription', es: 'Transcripción', ca: 'Transcripció' },
    dutyCodes: ['audio-transcription', 'meeting-minutes'],
  },
  {
    code: 'proofreading',
    label: { en: 'Proofreading', es: 'Corrección de textos', ca: 'Correcció de textos' },
    dutyCodes: [
      'document-formatting',
      'audio-transcription',
      'content-publishing',
      'newsletter-production',
      'reply-drafting',
      'faq-upkeep',
    ],
  },
  {
    code: 'data-protection',
    label: {
      en: 'Data protection practice (GDPR)',
      es: 'Protección de datos en la práctica (RGPD)',
      ca: 'Protecció de dades a la pràctica (RGPD)',
    },
    dutyCodes: ['retention-run', 'list-clean-up', 'interaction-logging'],
  },
  {
    code: 'e-government',
    label: {
      en: 'Dealing with public administration online',
      es: 'Trámites electrónicos con la administración',
      ca: "Tràmits electrònics amb l'administració",
    },
    dutyCodes: ['form-preparation', 'travel-documents-check', 'grant-and-tender-watch', 'vat-working-papers'],
  },
  {
    code: 'hubspot',
    label: { en: 'HubSpot', es: 'HubSpot', ca: 'HubSpot' },
    dutyCodes: ['lead-capture', 'lead-follow-up', 'crm-upkeep', 'pipeline-report'],
  },
  {
    code: 'pipedrive',
    label: { en: 'Pipedrive', es: 'Pipedrive', ca: 'Pipedrive' },
    dutyCodes: ['lead-capture', 'lead-follow-up', 'crm-upkeep', 'pipeline-report'],
  },
  {
    code: 'salesforce',
    label: { en: 'Salesforce', es: 'Salesforce', ca: 'Salesforce' },
    dutyCodes: ['lead-capture', 'lead-follow-up', 'crm-upkeep', 'pipeline-report'],
  },
  {
    code: 'e-signature',
    label: {
      en: 'Electronic signature tools (DocuSign, Signaturit)',
      es: 'Firma electrónica (DocuSign, Signaturit)',
      ca: 'Signatura electrònica (DocuSign, Signaturit)',
    },
    dutyCodes: ['contract-signature-chasing'],
  },
  {
    code: 'travel-booking-tools',
    label: { en: 'Travel booking', es: 'Reserva de viajes', ca: 'Reserva de viatges' },
    dutyCodes: ['travel-options', 'travel-booking'],
  },
  {
    code: 'expense-tools',
    label: {
      en: 'Expense tools (Expensify, Tickelia)',
      es: 'Herramientas de gastos (Expensify, Tickelia)',
      ca: 'Eines de despeses (Expensify, Tickelia)',
    },
    dutyCodes: ['travel-expense-claim', 'receipt-capture', 'mileage-and-asset-registers'],
  },
  {
    code: 'event-planning',
    label: { en: 'Event planning', es: 'Organización de eventos', ca: "Organització d'esdeveniments" },
    dutyCodes: ['event-guest-list', 'event-logistics'],
  },
  {
    code: 'web-research',
    label: { en: 'Web research', es: 'Investigación en internet', ca: 'Recerca a internet' },
    dutyCodes: [
      'web-research-brief',
      'prospect-list-research',
      'competitor-price-watch',
      'grant-and-tender-watch',
      'online-profile-upkeep',
    ],
  },
  {
    code: 'procurement',
    label: { en: 'Purchasing and negotiation', es: 'Compras y negociación', ca: 'Compres i negociació' },
    dutyCodes: ['supplier-comparison', 'purchase-order-preparation', 'vendor-coordination', 'renewals-watch'],
  },
  {
    code: 'survey-tools',
    label: {
      en: 'Survey tools (Google Forms, Typeform)',
      es: 'Herramientas de encuestas (Google Forms, Typeform)',
      ca: "Eines d'enquestes (Google Forms, Typeform)",
    },
    dutyCodes: ['customer-survey', 'event-guest-list'],
  },
  {
    code: 'email-management',
    label: {
      en: 'Mailbox handling (Gmail, Outlook)',
      es: 'Gestión del correo (Gmail, Outlook)',
      ca: 'Gestió del correu (Gmail, Outlook)',
    },
    dutyCodes: [
      'reference-requests',
      'vendor-coordination',
      'inbox-triage',
      'routine-replies',
      'reply-drafting',
      'follow-up-tracking',
    ],
  },
  {
    code: 'calendar-tools',
    label: {
      en: 'Calendars and booking tools (Google Calendar, Calendly)',
      es: 'Agendas y citas (Google Calendar, Calendly)',
      ca: 'Agendes i cites (Google Calendar, Calendly)',
    },
    dutyCodes: [
      'interview-scheduling',
      'leave-records',
      'shift-rota-preparation',
      'calendar-upkeep',
      'appointment-scheduling',
      'rescheduling-and-no-shows',
      'appointment-reminders',
    ],
  },
  {
    code: 'telephone-manner',
    label: { en: 'Telephone service', es: 'Atención telefónica', ca: 'Atenció telefònica' },
    dutyCodes: [
      'lead-follow-up',
      'lapsed-customer-reactivation',
      'reference-requests',
      'vendor-coordination',
      'delivery-problem-follow-up',
      'call-answering',
      'appointment-scheduling',
      'rescheduling-and-no-shows',
      'appointment-reminders',
    ],
  },
  {
    code: 'zendesk',
    label: { en: 'Zendesk', es: 'Zendesk', ca: 'Zendesk' },
    dutyCodes: [
      'first-response',
      'tier-one-resolution',
      'interaction-logging',
      'complaint-escalation',
      'customer-status-updates',
    ],
  },
  {
    code: 'live-chat-tools',
    label: {
      en: 'Live chat and WhatsApp Business',
      es: 'Chat en directo y WhatsApp Business',
      ca: 'Xat en directe i WhatsApp Business',
    },
    dutyCodes: ['social-comment-triage', 'live-chat-cover', 'first-response', 'customer-status-updates'],
  },
  {
    code: 'complaint-handling',
    label: { en: 'Handling complaints', es: 'Gestión de reclamaciones', ca: 'Gestió de reclamacions' },
    dutyCodes: [
      'return-handling',
      'delivery-problem-follow-up',
      'social-comment-triage',
      'complaint-escalation',
      'refund-preparation',
      'review-handling',
      'tier-one-resolution',
    ],
  },
  {
    code: 'bookkeeping',
    label: { en: 'Bookkeeping', es: 'Contabilidad básica', ca: 'Comptabilitat bàsica' },
    dutyCodes: [
      'travel-expense-claim',
      'transaction-coding',
      'bank-reconciliation',
      'takings-reconciliation',
      'supplier-bill-entry',
      'monthly-close',
      'year-end-tax-pack',
    ],
  },
  {
    code: 'vat-spain',
    label: { en: 'Spanish VAT (IVA)', es: 'IVA español', ca: 'IVA espanyol' },
    dutyCodes: ['vat-working-papers', 'invoice-issuing', 'year-end-tax-pack'],
  },
  {
    code: 'vat-uk',
    label: { en: 'UK VAT', es: 'IVA del Reino Unido', ca: 'IVA del Regne Unit' },
    dutyCodes: ['vat-working-papers', 'invoice-issuing', 'year-end-tax-pack'],
  },
  {
    code: 'quickbooks',
    label: { en: 'QuickBooks', es: 'QuickBooks', ca: 'QuickBooks' },
    dutyCodes: ['invoice-issuing', 'transaction-coding', 'bank-reconciliation', 'supplier-bill-entry', 'monthly-close'],
  },
  {
    code: 'xero',
    label: { en: 'Xero', es: 'Xero', ca: 'Xero' },
    dutyCodes: ['invoice-issuing', 'transaction-coding', 'bank-reconciliation', 'supplier-bill-entry', 'monthly-close'],
  },
  {
    code: 'sage',
    label: { en: 'Sage', es: 'Sage', ca: 'Sage' },
    dutyCodes: [
      'invoice-issuing',
      'transaction-coding',
      'bank-reconciliation',
      'supplier-bill-entry',
      'payment-run-preparation',
    ],
  },
  {
    code: 'holded',
    label: { en: 'Holded', es: 'Holded', ca: 'Holded' },
    dutyCodes: [
      'quote-preparation',
      'invoice-issuing',
      'receivables-chasing',
      'bank-reconciliation',
      'supplier-bill-entry',
    ],
  },
  {
    code: 'a3-software',
    label: { en: 'a3 programs', es: 'Programas a3', ca: 'Programes a3' },
    dutyCodes: ['transaction-coding', 'bank-reconciliation', 'vat-working-papers', 'year-end-tax-pack'],
  },
  {
    code: 'payroll-inputs',
    label: { en: 'Payroll inputs', es: 'Incidencias de nóminas', ca: 'Incidències de nòmines' },
    dutyCodes: ['leave-records', 'payroll-inputs'],
  },
  {
    code: 'social-media-tools',
    label: {
      en: 'Social media tools (Meta Business Suite, Hootsuite, Buffer)',
      es: 'Gestores de redes (Meta Business Suite, Hootsuite, Buffer)',
      ca: 'Gestors de xarxes (Meta Business Suite, Hootsuite, Buffer)',
    },
    dutyCodes: ['social-post-scheduling', 'social-comment-triage', 'social-channel-report'],
  },
  {
    code: 'copywriting',
    label: { en: 'Copywriting', es: 'Redacción publicitaria', ca: 'Redacció publicitària' },
    dutyCodes: [
      'quote-preparation',
      'social-post-scheduling',
      'newsletter-production',
      'product-listing',
      'review-handling',
      'faq-upkeep',
    ],
  },
  {
    code: 'newsletter-tools',
    label: {
      en: 'Newsletter tools (Mailchimp, Brevo)',
      es: 'Boletines (Mailchimp, Brevo)',
      ca: 'Butlletins (Mailchimp, Brevo)',
    },
    dutyCodes: ['lapsed-customer-reactivation', 'newsletter-production'],
  },
  {
    code: 'canva',
    label: { en: 'Simple graphics in Canva', es: 'Gráficos sencillos con Canva', ca: 'Gràfics senzills amb Canva' },
    dutyCodes: ['social-post-scheduling', 'newsletter-production'],
  },
  {
    code: 'wordpress',
    label: { en: 'WordPress', es: 'WordPress', ca: 'WordPress' },
    dutyCodes: ['content-publishing'],
  },
  {
    code: 'shopify',
    label: { en: 'Shopify', es: 'Shopify', ca: 'Shopify' },
    dutyCodes: ['order-processing', 'product-listing', 'price-and-offer-update', 'stock-sync-check'],
  },
  {
    code: 'woocommerce',
    label: { en: 'WooCommerce', es: 'WooCommerce', ca: 'WooCommerce' },
    dutyCodes: ['order-processing', 'product-listing', 'price-and-offer-update', 'stock-sync-check'],
  },
  {
    code: 'prestashop',
    label: { en: 'PrestaShop', es: 'PrestaShop', ca: 'PrestaShop' },
    dutyCodes: ['order-processing', 'product-listing', 'price-and-offer-update', 'stock-sync-check'],
  },
  {
    code: 'marketplace-selling',
    label: {
      en: 'Selling on marketplaces (Amazon, Etsy, eBay)',
      es: 'Venta en marketplaces (Amazon, Etsy, eBay)',
      ca: 'Venda en marketplaces (Amazon, Etsy, eBay)',
    },
    dutyCodes: ['competitor-price-watch', 'order-processing', 'return-handling', 'product-listing'],
  },
  {
    code: 'project-tools',
    label: {
      en: 'Project tools (Trello, Asana, Notion)',
      es: 'Herramientas de proyectos (Trello, Asana, Notion)',
      ca: 'Eines de projectes (Trello, Asana, Notion)',
    },
    dutyCodes: ['event-logistics', 'project-tracker-upkeep', 'onboarding-checklist'],
  },
  {
    code: 'process-writing',
    label: {
      en: 'Writing instructions and checklists',
      es: 'Redacción de procedimientos y listas de control',
      ca: 'Redacció de procediments i llistes de control',
    },
    dutyCodes: ['filing-scheme-setup', 'procedure-writing', 'process-improvement', 'faq-upkeep'],
  },
  {
    code: 'recruiting-admin',
    label: {
      en: 'Recruiting administration',
      es: 'Administración de procesos de selección',
      ca: 'Administració de processos de selecció',
    },
    dutyCodes: [
      'vacancy-posting',
      'candidate-screening',
      'interview-scheduling',
      'reference-requests',
      'onboarding-checklist',
    ],
  },
  {
    code: 'automation-tools',
    label: {
      en: 'Automation tools (Zapier, Make)',
      es: 'Herramientas de automatización (Zapier, Make)',
      ca: "Eines d'automatització (Zapier, Make)",
    },
    dutyCodes: ['lead-capture', 'process-improvement'],
  },
];
