export default import.meta.glob<Record<string, string>>('./ca/*.json', { eager: true, import: 'default' });
