//! Prints a small table: the first column to the left, numbers to the right.

/// Rows of cells under a head.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(head: &[&str]) -> Self {
        Self { rows: vec![head.iter().map(|&cell| cell.to_owned()).collect()] }
    }

    pub fn row(&mut self, cells: &[String]) {
        self.rows.push(cells.to_vec());
    }

    pub fn print(&self) {
        let columns = self.rows.first().map_or(0, Vec::len);
        let wide = |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|c| c.chars().count()).max();
        for row in &self.rows {
            let mut line = String::new();
            for (column, cell) in (0..columns).zip(row) {
                let width = wide(column).unwrap_or(0);
                let padded = if column == 0 { format!("{cell:<width$}") } else { format!("  {cell:>width$}") };
                line.push_str(&padded);
            }
            println!("{}", line.trim_end());
        }
        println!();
    }
}

/// Milliseconds.
pub fn ms(value: f64) -> String {
    if value < 1.0 { format!("{value:.3} ms") } else { format!("{value:.2} ms") }
}

/// How many times the baseline.
pub fn ratio(value: f64, baseline: f64) -> String {
    let times = value / baseline;
    if times < 0.1 { format!("{times:.4} ×") } else { format!("{times:.2} ×") }
}
