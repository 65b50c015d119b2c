declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  const snowball: { newStemmer(algorithm: 'english' | 'spanish' | 'catalan'): Stemmer };
  export default snowball;
}
