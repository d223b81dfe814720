namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>Solves a symmetric positive system of equations.</summary>
internal static class Cholesky
{
    /// <param name="matrix">Its lower half; written over.</param>
    /// <param name="right">Becomes the solution.</param>
    /// <returns>False where the matrix is not positive, or nearly not: no one solution then.</returns>
    public static bool Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var whole = matrix[column, column];
            for (var row = column; row < size; row++)
            {
                var rest = matrix[row, column];
                for (var before = 0; before < column; before++)
                {
                    rest -= matrix[row, before] * matrix[column, before];
                }

                if (row == column && !(rest > 1e-12 * whole))
                {
                    return false;
                }

                matrix[row, column] = row == column ? Math.Sqrt(rest) : rest / matrix[column, column];
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var before = 0; before < row; before++)
            {
                right[row] -= matrix[row, before] * right[before];
            }

            right[row] /= matrix[row, row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var after = row + 1; after < size; after++)
            {
                right[row] -= matrix[after, row] * right[after];
            }

            right[row] /= matrix[row, row];
        }

        return true;
    }
}
