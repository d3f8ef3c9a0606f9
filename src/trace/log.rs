//! An append-only sequence that is cheap to clone: the shape of everything that a fold over a trace piles up.
//!
//! The page keeps the previous state while it renders the next, so a timeline is cloned once an animation frame. What
//! is finished is shared between the clones; only a short tail is copied.

use std::fmt;
use std::ops::Index;
use std::rc::Rc;

/// An append-only sequence. All but the last item are final: only [`Log::last_mut`] changes anything.
///
/// `CHUNK` items are shared together, so a clone copies a tail of at most that many: few where there are many logs.
pub struct Log<T, const CHUNK: usize = 64> {
    full: Rc<Vec<Rc<[T]>>>,
    /// Holds the last item, unless the log is empty.
    tail: Vec<T>,
}

impl<T, const CHUNK: usize> Log<T, CHUNK> {
    pub fn new() -> Log<T, CHUNK> {
        Log { full: Rc::new(Vec::new()), tail: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.full.len() * CHUNK + self.tail.len()
    }

    pub fn is_empty(&self) -> bool {
        self.tail.is_empty()
    }

    pub fn push(&mut self, item: T) {
        if self.tail.len() == CHUNK {
            let chunk: Rc<[T]> = std::mem::replace(&mut self.tail, Vec::with_capacity(CHUNK)).into();
            Rc::make_mut(&mut self.full).push(chunk);
        }
        self.tail.push(item);
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        match self.full.get(index / CHUNK) {
            Some(chunk) => chunk.get(index % CHUNK),
            None => self.tail.get(index - self.full.len() * CHUNK),
        }
    }

    pub fn last(&self) -> Option<&T> {
        self.tail.last()
    }

    pub fn last_mut(&mut self) -> Option<&mut T> {
        self.tail.last_mut()
    }

    pub fn iter(&self) -> Iter<'_, T, CHUNK> {
        self.range(0, self.len())
    }

    /// The items from `start` (inclusive) to `end` (exclusive), as far as there are such.
    pub fn range(&self, start: usize, end: usize) -> Iter<'_, T, CHUNK> {
        Iter { log: self, next: start, end: end.min(self.len()) }
    }

    /// How many items at the front satisfy `before`, which must hold for a prefix only; in logarithmic time.
    pub fn partition_point(&self, mut before: impl FnMut(&T) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if before(&self[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl<T, const CHUNK: usize> Default for Log<T, CHUNK> {
    fn default() -> Log<T, CHUNK> {
        Log::new()
    }
}

impl<T: Clone, const CHUNK: usize> Clone for Log<T, CHUNK> {
    fn clone(&self) -> Log<T, CHUNK> {
        Log { full: self.full.clone(), tail: self.tail.clone() }
    }
}

/// Chunks that are the same allocation are equal without a look inside.
impl<T: PartialEq, const CHUNK: usize> PartialEq for Log<T, CHUNK> {
    fn eq(&self, other: &Log<T, CHUNK>) -> bool {
        let same_chunk = |(mine, theirs): (&Rc<[T]>, &Rc<[T]>)| Rc::ptr_eq(mine, theirs) || mine == theirs;
        self.len() == other.len()
            && self.tail == other.tail
            && (Rc::ptr_eq(&self.full, &other.full) || self.full.iter().zip(other.full.iter()).all(same_chunk))
    }
}

impl<T: Eq, const CHUNK: usize> Eq for Log<T, CHUNK> {}

impl<T, const CHUNK: usize> Index<usize> for Log<T, CHUNK> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        self.get(index).expect("an index below the log's length")
    }
}

impl<T: fmt::Debug, const CHUNK: usize> fmt::Debug for Log<T, CHUNK> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T, const CHUNK: usize> FromIterator<T> for Log<T, CHUNK> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Log<T, CHUNK> {
        let mut log = Log::new();
        items.into_iter().for_each(|item| log.push(item));
        log
    }
}

impl<'a, T, const CHUNK: usize> IntoIterator for &'a Log<T, CHUNK> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T, CHUNK>;

    fn into_iter(self) -> Iter<'a, T, CHUNK> {
        self.iter()
    }
}

pub struct Iter<'a, T, const CHUNK: usize> {
    log: &'a Log<T, CHUNK>,
    next: usize,
    end: usize,
}

impl<'a, T, const CHUNK: usize> Iterator for Iter<'a, T, CHUNK> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        if self.next >= self.end {
            return None;
        }
        self.next += 1;
        self.log.get(self.next - 1)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end.saturating_sub(self.next);
        (left, Some(left))
    }
}

impl<T, const CHUNK: usize> DoubleEndedIterator for Iter<'_, T, CHUNK> {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        self.end -= 1;
        self.log.get(self.end)
    }
}

impl<T, const CHUNK: usize> ExactSizeIterator for Iter<'_, T, CHUNK> {}

#[cfg(test)]
mod tests {
    use super::*;

    const CHUNK: usize = 64;

    #[test]
    fn a_log_reads_like_the_vec_of_its_items() {
        for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1000] {
            let log: Log<usize, CHUNK> = (0..len).collect();
            assert_eq!(log.len(), len);
            assert!(log.iter().copied().eq(0..len));
            assert!(log.iter().rev().copied().eq((0..len).rev()));
            assert_eq!(log.last().copied(), len.checked_sub(1));
            assert_eq!(log.get(len), None);
            assert_eq!(log.partition_point(|&item| item < len / 2), len / 2);
            assert!(log.range(1, len + 7).copied().eq(1..len.max(1)));
        }
    }

    #[test]
    fn a_clone_keeps_what_it_was() {
        let mut log: Log<String, CHUNK> = (0..CHUNK * 2).map(|n| n.to_string()).collect();
        let before = log.clone();
        log.last_mut().expect("not empty").push('!');
        log.push("new".into());
        assert_eq!(before.last().map(String::as_str), Some("127"));
        assert_eq!(log[CHUNK * 2 - 1], "127!");
        assert_ne!(before, log);
        assert_eq!(before, before.clone());
    }
}
