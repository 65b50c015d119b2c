/** A sparse matrix by its columns: the rows of column `c` are `rows[starts[c]]` to before `rows[starts[c + 1]]`. */
export interface SparseMatrix {
  readonly rowCount: number;
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

/**
 * An orthonormal basis of the directions in which the rows of a matrix differ most, by subspace iteration on it times its
 * transpose (Halko, Martinsson and Tropp, 2011): for each row its `size` components, one row after another.
 * @param random numbers from 0 to 1
 */
export function principalDirections(
  matrix: SparseMatrix,
  size: number,
  rounds: number,
  random: () => number,
): Float64Array {
  let basis: Float64Array = Float64Array.from({ length: matrix.rowCount * size }, () => random() - 0.5);
  orthonormalise(basis, size);
  for (let round = 0; round < rounds; round += 1) {
    basis = timesItsTranspose(matrix, basis, size);
    orthonormalise(basis, size);
  }
  return basis;
}

function timesItsTranspose({ starts, rows, values }: SparseMatrix, basis: Float64Array, size: number): Float64Array {
  const product = new Float64Array(basis.length);
  const column = new Float64Array(size);
  for (let at = 0; at + 1 < starts.length; at += 1) {
    const [from, to] = [starts[at]!, starts[at + 1]!];
    column.fill(0);
    for (let entry = from; entry < to; entry += 1) {
      const [start, value] = [rows[entry]! * size, values[entry]!];
      for (let part = 0; part < size; part += 1) column[part]! += value * basis[start + part]!;
    }
    for (let entry = from; entry < to; entry += 1) {
      const [start, value] = [rows[entry]! * size, values[entry]!];
      for (let part = 0; part < size; part += 1) product[start + part]! += value * column[part]!;
    }
  }
  return product;
}

/** Gram and Schmidt's, modified, over the columns. */
function orthonormalise(basis: Float64Array, size: number): void {
  const projections = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    let square = 0;
    for (let at = column; at < basis.length; at += size) square += basis[at]! ** 2;
    const length = Math.sqrt(square) || 1;
    projections.fill(0);
    for (let row = 0; row < basis.length; row += size) {
      const value = (basis[row + column]! /= length);
      for (let other = column + 1; other < size; other += 1) projections[other]! += value * basis[row + other]!;
    }
    for (let row = 0; row < basis.length; row += size) {
      const value = basis[row + column]!;
      for (let other = column + 1; other < size; other += 1) basis[row + other]! -= projections[other]! * value;
    }
  }
}
