import {
  type CreditNote,
  decimalText,
  type Invoice,
  type Money,
  add,
  spanishDate,
  takenBack,
  taxCategoryOf,
} from '#domain';
import { XMLBuilder } from 'fast-xml-parser';
import type { KeptBillingRecord } from './billing-records.js';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
const namespace =
  'https://www2.agenciatributaria.gob.es/static_files/common/internet/dep/aplicaciones/es/aeat/tike/cont/ws/SuministroInformacion.xsd';

/** The program, as each record names it. */
const program = { name: 'Ajudant', id: 'AJ', version: '0.1.0' } as const;
/** What subject to tax, reversed to the customer, or outside of its scope is called (lists L9 and L10). */
const qualified = { standard: 'S1', 'reverse-charge': 'S2', 'outside-scope': 'N2' } as const;

/** A record as `RegistroAlta` of the tax office's schema (SuministroInformacion.xsd 1.0; Orden HAC/1177/2024, annex). */
export function billingRecordXml(
  document: Invoice | CreditNote,
  { record, hash, previous }: KeptBillingRecord,
): string {
  const names = (of: { issuerNif: string; number: string; issuedOn: string }) => ({
    'sf:IDEmisorFactura': of.issuerNif,
    'sf:NumSerieFactura': of.number,
    'sf:FechaExpedicionFactura': spanishDate(of.issuedOn),
  });
  const agency = document.parties?.agency.legalName ?? '';
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    'sf:RegistroAlta': {
      '@_xmlns:sf': namespace,
      'sf:IDVersion': '1.0',
      'sf:IDFactura': names(record),
      'sf:NombreRazonEmisor': agency,
      'sf:TipoFactura': record.type,
      ...corrected(document, record.issuerNif),
      'sf:DescripcionOperacion': 'creditNoteId' in document ? document.reason : 'Servicios de asistencia virtual',
      ...('selfBilled' in document && document.selfBilled && { 'sf:EmitidaPorTerceroODestinatario': 'D' }),
      ...recipientOf(document),
      'sf:Desglose': { 'sf:DetalleDesglose': taxOf(document) },
      'sf:CuotaTotal': decimalText(record.tax),
      'sf:ImporteTotal': decimalText(record.total),
      'sf:Encadenamiento':
        previous === null
          ? { 'sf:PrimerRegistro': 'S' }
          : { 'sf:RegistroAnterior': { ...names(previous), 'sf:Huella': record.previousHash } },
      'sf:SistemaInformatico': {
        'sf:NombreRazon': agency,
        'sf:NIF': record.issuerNif,
        'sf:NombreSistemaInformatico': program.name,
        'sf:IdSistemaInformatico': program.id,
        'sf:Version': program.version,
        'sf:NumeroInstalacion': '1',
        'sf:TipoUsoPosibleSoloVerifactu': 'N',
        'sf:TipoUsoPosibleMultiOT': 'S',
        'sf:IndicadorMultiplesOT': 'S',
      },
      'sf:FechaHoraHusoGenRegistro': record.generatedAt,
      'sf:TipoHuella': '01',
      'sf:Huella': hash,
    },
  });
}

function corrected(document: Invoice | CreditNote, issuerNif: string): object {
  if (!('creditNoteId' in document)) return {};
  return {
    'sf:TipoRectificativa': 'I',
    'sf:FacturasRectificadas': {
      'sf:IDFacturaRectificada': {
        'sf:IDEmisorFactura': issuerNif,
        'sf:NumSerieFactura': document.invoiceNumber,
        'sf:FechaExpedicionFactura': spanishDate(document.invoiceIssuedOn),
      },
    },
  };
}

/** Customers of Spain by their NIF, those of the Union by their VAT id (02), others by what their country registers (06). */
function recipientOf({ parties }: Invoice | CreditNote): object {
  if (parties === null) return {};
  const { legalName, vatId, registrationNumber, countryCode } = parties.business;
  const nif = countryCode === 'ES' ? (vatId ?? registrationNumber)?.replace(/^ES/, '') : undefined;
  const other = {
    'sf:CodigoPais': countryCode,
    'sf:IDType': vatId === null ? '06' : '02',
    'sf:ID': vatId ?? registrationNumber,
  };
  const known = nif ? { 'sf:NIF': nif } : { 'sf:IDOtro': other };
  return { 'sf:Destinatarios': { 'sf:IDDestinatario': { 'sf:NombreRazon': legalName, ...known } } };
}

function taxOf(document: Invoice | CreditNote): object {
  const signed = (amount: Money): string => decimalText('creditNoteId' in document ? takenBack(amount) : amount);
  const category = taxCategoryOf(document);
  const isTaxed = category === 'standard';
  return {
    'sf:Impuesto': '01',
    'sf:ClaveRegimen': '01',
    'sf:CalificacionOperacion': qualified[category],
    ...(isTaxed && { 'sf:TipoImpositivo': (document.taxBps / 100).toFixed(2) }),
    'sf:BaseImponibleOimporteNoSujeto': signed(add(document.subtotal, document.commission)),
    ...(isTaxed && { 'sf:CuotaRepercutida': signed(document.tax) }),
  };
}
